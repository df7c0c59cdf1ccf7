using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Checks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CheckHits",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Semester = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Roster = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Fen = table.Column<long>(type: "bigint", nullable: true),
                    FoundAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckHits", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "CheckRuns",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Semester = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Hits = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckRuns", x => new { x.County, x.Semester, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "CheckWaivers",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Semester = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Detail = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    TakenBackBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TakenBackAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckWaivers", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "TuitionCharges",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Semester = table.Column<int>(type: "int", nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    TakenBackBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    TakenBackAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TuitionCharges", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateIndex(
                name: "IX_CheckHits_County_Semester_Code_Subject",
                table: "CheckHits",
                columns: new[] { "County", "Semester", "Code", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CheckWaivers_County_Semester_Code_Subject",
                table: "CheckWaivers",
                columns: new[] { "County", "Semester", "Code", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_TuitionCharges_County_Semester",
                table: "TuitionCharges",
                columns: new[] { "County", "Semester" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CheckHits");

            migrationBuilder.DropTable(
                name: "CheckRuns");

            migrationBuilder.DropTable(
                name: "CheckWaivers");

            migrationBuilder.DropTable(
                name: "TuitionCharges");
        }
    }
}
