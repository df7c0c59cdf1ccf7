using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Entry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "MissedOutcomes",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Township = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MissedOutcomes", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_MissedOutcomes_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_MissedOutcomes_County_Person",
                table: "MissedOutcomes",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_MissedOutcomes_County_Semester_Person_Number",
                table: "MissedOutcomes",
                columns: new[] { "County", "Semester", "Person", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "MissedOutcomes");
        }
    }
}
