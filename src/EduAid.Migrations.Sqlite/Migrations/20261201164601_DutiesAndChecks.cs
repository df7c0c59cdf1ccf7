using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.Sqlite.Migrations
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
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Withdraws = table.Column<int>(type: "INTEGER", nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Begins = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Opening = table.Column<long>(type: "INTEGER", nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Food = table.Column<long>(type: "INTEGER", nullable: false),
                    Other = table.Column<long>(type: "INTEGER", nullable: false),
                    Meals = table.Column<int>(type: "INTEGER", nullable: false),
                    Pupils = table.Column<int>(type: "INTEGER", nullable: false),
                    Days = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    School = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Roster = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Fen = table.Column<long>(type: "INTEGER", nullable: true),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckHits", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "CheckRuns",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Hits = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckRuns", x => new { x.County, x.Semester, x.Code });
                });

            migrationBuilder.CreateTable(
                name: "CheckWaivers",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenBackBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CheckWaivers", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PairedHouseholds",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Household = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Head = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Township = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Village = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Fen = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    TakenBackBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    TakenBackAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TuitionCharges", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PairHolders",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Staff = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Account = table.Column<byte[]>(type: "BLOB", nullable: true),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
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
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Household = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Holder = table.Column<byte[]>(type: "BLOB", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Needs = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Corrects = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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
                unique: true);

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
