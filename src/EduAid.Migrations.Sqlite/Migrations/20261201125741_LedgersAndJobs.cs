using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LedgersAndJobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ChangeFiles",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Applied = table.Column<int>(type: "INTEGER", nullable: false),
                    Result = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ChangeFiles", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "DropoutCases",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    BirthYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Cohort = table.Column<int>(type: "INTEGER", nullable: true),
                    Township = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Village = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Government = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Teacher = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Steps = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DropoutCases", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_DropoutCases_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_DropoutCases_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HomeTaughtChildren",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EndReason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HomeTaughtChildren", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_HomeTaughtChildren_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HomeTaughtChildren_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Jobs",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Arguments = table.Column<string>(type: "TEXT", maxLength: 2147483647, nullable: false),
                    User = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Assignment = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    AskedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Attempt = table.Column<int>(type: "INTEGER", nullable: false),
                    HeldUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    StartedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    StopAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    Phase = table.Column<int>(type: "INTEGER", nullable: true),
                    Done = table.Column<long>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2147483647, nullable: true),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Jobs", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Loans",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AcademicYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Borrower = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    University = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    AppliedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Contract = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    StateOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Loans", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_Loans_People_County_Borrower",
                        columns: x => new { x.County, x.Borrower },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeBudgets",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Fen = table.Column<long>(type: "INTEGER", nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeBudgets", x => new { x.County, x.Semester, x.Programme, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "RefusedCandidates",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Registered = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusedCandidates", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RefusedRows",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    List = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Import = table.Column<int>(type: "INTEGER", nullable: false),
                    Sheet = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Row = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Initials = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Lost = table.Column<bool>(type: "INTEGER", nullable: false),
                    IdCipher = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    IdHash = table.Column<byte[]>(type: "BLOB", maxLength: 32, nullable: false),
                    RowCipher = table.Column<byte[]>(type: "BLOB", maxLength: 2147483647, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusedRows", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "DropoutSteps",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Case = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DropoutSteps", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_DropoutSteps_DropoutCases_County_Case",
                        columns: x => new { x.County, x.Case },
                        principalTable: "DropoutCases",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HomeTeachingFacts",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Child = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Plan = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HomeTeachingFacts", x => new { x.County, x.Child, x.Number });
                    table.ForeignKey(
                        name: "FK_HomeTeachingFacts_HomeTaughtChildren_County_Child",
                        columns: x => new { x.County, x.Child },
                        principalTable: "HomeTaughtChildren",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HomeTeachingTeachers",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Child = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Teacher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HomeTeachingTeachers", x => new { x.County, x.Child, x.Id });
                    table.ForeignKey(
                        name: "FK_HomeTeachingTeachers_HomeTaughtChildren_County_Child",
                        columns: x => new { x.County, x.Child },
                        principalTable: "HomeTaughtChildren",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HomeTeachingVisits",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Child = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Teacher = table.Column<byte[]>(type: "BLOB", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    SignedBy = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Corrects = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Withdrawn = table.Column<bool>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HomeTeachingVisits", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_HomeTeachingVisits_HomeTaughtChildren_County_Child",
                        columns: x => new { x.County, x.Child },
                        principalTable: "HomeTaughtChildren",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LoanSteps",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Loan = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LoanSteps", x => new { x.County, x.Loan, x.Number });
                    table.ForeignKey(
                        name: "FK_LoanSteps_Loans_County_Loan",
                        columns: x => new { x.County, x.Loan },
                        principalTable: "Loans",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RefusedDecisions",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Refused = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Registered = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    Import = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RefusedDecisions", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_RefusedDecisions_People_County_Registered",
                        columns: x => new { x.County, x.Registered },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RefusedDecisions_RefusedRows_County_Refused",
                        columns: x => new { x.County, x.Refused },
                        principalTable: "RefusedRows",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DropoutCases_County_Person",
                table: "DropoutCases",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_DropoutCases_County_School",
                table: "DropoutCases",
                columns: new[] { "County", "School" });

            migrationBuilder.CreateIndex(
                name: "IX_DropoutCases_County_Year_Sequence",
                table: "DropoutCases",
                columns: new[] { "County", "Year", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DropoutSteps_County_Case_Number",
                table: "DropoutSteps",
                columns: new[] { "County", "Case", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HomeTaughtChildren_County_Number",
                table: "HomeTaughtChildren",
                columns: new[] { "County", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HomeTaughtChildren_County_Person",
                table: "HomeTaughtChildren",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_HomeTaughtChildren_County_School_Until",
                table: "HomeTaughtChildren",
                columns: new[] { "County", "School", "Until" });

            migrationBuilder.CreateIndex(
                name: "IX_HomeTeachingTeachers_County_Teacher",
                table: "HomeTeachingTeachers",
                columns: new[] { "County", "Teacher" });

            migrationBuilder.CreateIndex(
                name: "IX_HomeTeachingVisits_County_Child_Number",
                table: "HomeTeachingVisits",
                columns: new[] { "County", "Child", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HomeTeachingVisits_County_Corrects",
                table: "HomeTeachingVisits",
                columns: new[] { "County", "Corrects" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_HomeTeachingVisits_County_Teacher",
                table: "HomeTeachingVisits",
                columns: new[] { "County", "Teacher" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_County_Subject",
                table: "Jobs",
                columns: new[] { "County", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_County_User_AskedAt",
                table: "Jobs",
                columns: new[] { "County", "User", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_State_AskedAt",
                table: "Jobs",
                columns: new[] { "State", "AskedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Jobs_User_State",
                table: "Jobs",
                columns: new[] { "User", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_County_AcademicYear_Borrower",
                table: "Loans",
                columns: new[] { "County", "AcademicYear", "Borrower" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_County_Borrower",
                table: "Loans",
                columns: new[] { "County", "Borrower" });

            migrationBuilder.CreateIndex(
                name: "IX_Loans_County_Contract",
                table: "Loans",
                columns: new[] { "County", "Contract" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefusedCandidates_County_Semester_Refused_Registered",
                table: "RefusedCandidates",
                columns: new[] { "County", "Semester", "Refused", "Registered" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RefusedDecisions_County_Refused",
                table: "RefusedDecisions",
                columns: new[] { "County", "Refused" });

            migrationBuilder.CreateIndex(
                name: "IX_RefusedDecisions_County_Registered",
                table: "RefusedDecisions",
                columns: new[] { "County", "Registered" });

            migrationBuilder.CreateIndex(
                name: "IX_RefusedRows_County_School_IdHash",
                table: "RefusedRows",
                columns: new[] { "County", "School", "IdHash" });

            migrationBuilder.CreateIndex(
                name: "IX_RefusedRows_County_Semester_List",
                table: "RefusedRows",
                columns: new[] { "County", "Semester", "List" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ChangeFiles");

            migrationBuilder.DropTable(
                name: "DropoutSteps");

            migrationBuilder.DropTable(
                name: "HomeTeachingFacts");

            migrationBuilder.DropTable(
                name: "HomeTeachingTeachers");

            migrationBuilder.DropTable(
                name: "HomeTeachingVisits");

            migrationBuilder.DropTable(
                name: "Jobs");

            migrationBuilder.DropTable(
                name: "LoanSteps");

            migrationBuilder.DropTable(
                name: "ProgrammeBudgets");

            migrationBuilder.DropTable(
                name: "RefusedCandidates");

            migrationBuilder.DropTable(
                name: "RefusedDecisions");

            migrationBuilder.DropTable(
                name: "DropoutCases");

            migrationBuilder.DropTable(
                name: "HomeTaughtChildren");

            migrationBuilder.DropTable(
                name: "Loans");

            migrationBuilder.DropTable(
                name: "RefusedRows");
        }
    }
}
