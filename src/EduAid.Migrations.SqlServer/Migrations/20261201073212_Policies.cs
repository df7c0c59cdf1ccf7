using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Policies : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "PolicyCases",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    From = table.Column<int>(type: "int", nullable: false),
                    Until = table.Column<int>(type: "int", nullable: true),
                    Stage = table.Column<int>(type: "int", nullable: true),
                    Grade = table.Column<int>(type: "int", nullable: false),
                    Boarding = table.Column<bool>(type: "bit", nullable: true),
                    Sponsor = table.Column<int>(type: "int", nullable: false),
                    Tier = table.Column<int>(type: "int", nullable: false),
                    Category = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    FeeFen = table.Column<long>(type: "bigint", nullable: true),
                    FullTime = table.Column<bool>(type: "bit", nullable: true),
                    Household = table.Column<int>(type: "int", nullable: true),
                    OutsideProvince = table.Column<bool>(type: "bit", nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyCases", x => new { x.County, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "PolicyChecks",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Parameter = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    From = table.Column<int>(type: "int", nullable: false),
                    Revision = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Source = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyChecks", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PolicyProposals",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Parameter = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Unit = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<int>(type: "int", nullable: false),
                    Value = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Clause = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProposedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ProposedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    DecidedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Revision = table.Column<int>(type: "int", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyProposals", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ProposedCases",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Proposal = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Case = table.Column<string>(type: "nvarchar(80)", maxLength: 80, nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProposedCases", x => new { x.County, x.Proposal, x.Case });
                    table.ForeignKey(
                        name: "FK_ProposedCases_PolicyProposals_County_Proposal",
                        columns: x => new { x.County, x.Proposal },
                        principalTable: "PolicyProposals",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PublishedEffects",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Proposal = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Semester = table.Column<int>(type: "int", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Before = table.Column<int>(type: "int", nullable: false),
                    After = table.Column<int>(type: "int", nullable: false),
                    FenBefore = table.Column<long>(type: "bigint", nullable: false),
                    FenAfter = table.Column<long>(type: "bigint", nullable: false),
                    Entitled = table.Column<int>(type: "int", nullable: false),
                    NoLonger = table.Column<int>(type: "int", nullable: false),
                    More = table.Column<int>(type: "int", nullable: false),
                    Less = table.Column<int>(type: "int", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PublishedEffects", x => new { x.County, x.Proposal, x.Semester, x.Programme });
                    table.ForeignKey(
                        name: "FK_PublishedEffects_PolicyProposals_County_Proposal",
                        columns: x => new { x.County, x.Proposal },
                        principalTable: "PolicyProposals",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyChecks_County_Parameter_On",
                table: "PolicyChecks",
                columns: new[] { "County", "Parameter", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyProposals_County_State",
                table: "PolicyProposals",
                columns: new[] { "County", "State" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PolicyCases");

            migrationBuilder.DropTable(
                name: "PolicyChecks");

            migrationBuilder.DropTable(
                name: "ProposedCases");

            migrationBuilder.DropTable(
                name: "PublishedEffects");

            migrationBuilder.DropTable(
                name: "PolicyProposals");
        }
    }
}
