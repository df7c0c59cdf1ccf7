using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class DutiesAndChecks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CanteenFacts",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Value = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Withdraws = table.Column<int>(type: "int", nullable: true),
                    Note = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CanteenFacts", x => new { x.County, x.School, x.Number });
                    table.ForeignKey(
                        name: "FK_CanteenFacts_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CanteenStatements",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Begins = table.Column<DateOnly>(type: "date", nullable: false),
                    Version = table.Column<int>(type: "int", nullable: false),
                    Opening = table.Column<long>(type: "bigint", nullable: false),
                    Received = table.Column<long>(type: "bigint", nullable: false),
                    Food = table.Column<long>(type: "bigint", nullable: false),
                    Other = table.Column<long>(type: "bigint", nullable: false),
                    Meals = table.Column<int>(type: "int", nullable: false),
                    Pupils = table.Column<int>(type: "int", nullable: false),
                    Days = table.Column<int>(type: "int", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CanteenStatements", x => new { x.County, x.School, x.Begins, x.Version });
                    table.ForeignKey(
                        name: "FK_CanteenStatements_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

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
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
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
                name: "PairedHouseholds",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Household = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Person = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Head = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Township = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Village = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    EndReason = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairedHouseholds", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_PairedHouseholds_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PairedHouseholds_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
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

            migrationBuilder.CreateTable(
                name: "PairHolders",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Household = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Staff = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Account = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairHolders", x => new { x.County, x.Household, x.Id });
                    table.ForeignKey(
                        name: "FK_PairHolders_PairedHouseholds_County_Household",
                        columns: x => new { x.County, x.Household },
                        principalTable: "PairedHouseholds",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PairVisits",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Household = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Holder = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Content = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Needs = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Corrects = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Withdrawn = table.Column<bool>(type: "bit", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PairVisits", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_PairVisits_PairHolders_County_Household_Holder",
                        columns: x => new { x.County, x.Household, x.Holder },
                        principalTable: "PairHolders",
                        principalColumns: new[] { "County", "Household", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PairVisits_PairedHouseholds_County_Household",
                        columns: x => new { x.County, x.Household },
                        principalTable: "PairedHouseholds",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
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
                name: "IX_PairedHouseholds_County_Household",
                table: "PairedHouseholds",
                columns: new[] { "County", "Household" });

            migrationBuilder.CreateIndex(
                name: "IX_PairedHouseholds_County_Number",
                table: "PairedHouseholds",
                columns: new[] { "County", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PairedHouseholds_County_Person",
                table: "PairedHouseholds",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_PairedHouseholds_County_School_Until",
                table: "PairedHouseholds",
                columns: new[] { "County", "School", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_PairHolders_County_Account",
                table: "PairHolders",
                columns: new[] { "County", "Account" });

            migrationBuilder.CreateIndex(
                name: "IX_PairHolders_County_Household_From",
                table: "PairHolders",
                columns: new[] { "County", "Household", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PairVisits_County_Corrects",
                table: "PairVisits",
                columns: new[] { "County", "Corrects" },
                unique: true,
                filter: "[Corrects] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_PairVisits_County_Household_Holder",
                table: "PairVisits",
                columns: new[] { "County", "Household", "Holder" });

            migrationBuilder.CreateIndex(
                name: "IX_PairVisits_County_Household_Number",
                table: "PairVisits",
                columns: new[] { "County", "Household", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PairVisits_County_Household_On",
                table: "PairVisits",
                columns: new[] { "County", "Household", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_TuitionCharges_County_Semester",
                table: "TuitionCharges",
                columns: new[] { "County", "Semester" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CanteenFacts");

            migrationBuilder.DropTable(
                name: "CanteenStatements");

            migrationBuilder.DropTable(
                name: "CheckHits");

            migrationBuilder.DropTable(
                name: "CheckRuns");

            migrationBuilder.DropTable(
                name: "CheckWaivers");

            migrationBuilder.DropTable(
                name: "PairVisits");

            migrationBuilder.DropTable(
                name: "TuitionCharges");

            migrationBuilder.DropTable(
                name: "PairHolders");

            migrationBuilder.DropTable(
                name: "PairedHouseholds");
        }
    }
}
