using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class WorkOfTheYear : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_LineEntries_County_Entry",
                table: "LineEntries");

            migrationBuilder.AddColumn<string>(
                name: "Folded",
                table: "People",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Initials",
                table: "People",
                type: "TEXT",
                maxLength: 100,
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "ArrivalSamples",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Seed = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Confidence = table.Column<int>(type: "INTEGER", nullable: false),
                    Margin = table.Column<int>(type: "INTEGER", nullable: false),
                    Population = table.Column<int>(type: "INTEGER", nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    Candidates = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CandidatesSha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArrivalSamples", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Bulletins",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    PlanYear = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Opening = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Points = table.Column<int>(type: "INTEGER", nullable: false),
                    SoonDays = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bulletins", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Decisions", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_Decisions_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ListDrafts",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ChangedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ChangedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    Faulty = table.Column<int>(type: "INTEGER", nullable: false),
                    Upload = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListDrafts", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_ListDrafts_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MatchCandidates",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Registered = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Enrolled = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    FoundAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchCandidates", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "MatchDecisions",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Registered = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Enrolled = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Verdict = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UndoneBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    UndoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    UndoneReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchDecisions", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_MatchDecisions_People_County_Enrolled",
                        columns: x => new { x.County, x.Enrolled },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MatchDecisions_People_County_Registered",
                        columns: x => new { x.County, x.Registered },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Messages",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ReadAt = table.Column<long>(type: "INTEGER", nullable: true),
                    ReadBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Messages", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_Messages_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MissedOutcomes",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Township = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "PersonChanges",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Before = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    NumberCipher = table.Column<byte[]>(type: "BLOB", maxLength: 120, nullable: true),
                    GuardianIdCipher = table.Column<byte[]>(type: "BLOB", maxLength: 160, nullable: true),
                    PhoneCipher = table.Column<byte[]>(type: "BLOB", maxLength: 160, nullable: true),
                    Rosters = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonChanges", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => new { x.County, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "PolicyCases",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Until = table.Column<int>(type: "INTEGER", nullable: true),
                    Stage = table.Column<int>(type: "INTEGER", nullable: true),
                    Grade = table.Column<int>(type: "INTEGER", nullable: false),
                    Boarding = table.Column<bool>(type: "INTEGER", nullable: true),
                    Sponsor = table.Column<int>(type: "INTEGER", nullable: false),
                    Tier = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    FeeFen = table.Column<long>(type: "INTEGER", nullable: true),
                    FullTime = table.Column<bool>(type: "INTEGER", nullable: true),
                    Household = table.Column<int>(type: "INTEGER", nullable: true),
                    OutsideProvince = table.Column<bool>(type: "INTEGER", nullable: false),
                    Fen = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyCases", x => new { x.County, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "PolicyChecks",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Parameter = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyChecks", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PolicyProposals",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Parameter = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Unit = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Clause = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    ProposedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    DecidedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Revision = table.Column<int>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyProposals", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RememberedHeadings",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Heading = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedHeadings", x => new { x.County, x.School, x.Heading });
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Query = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "SchoolContacts",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PhoneCipher = table.Column<byte[]>(type: "BLOB", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolContacts", x => new { x.County, x.School });
                    table.ForeignKey(
                        name: "FK_SchoolContacts_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupervisionOrders",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Sequence = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    PlanYear = table.Column<int>(type: "INTEGER", nullable: true),
                    Item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Demand = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    IssuedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    IssuedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    RepliedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Steps = table.Column<int>(type: "INTEGER", nullable: false),
                    Reopened = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupervisionOrders", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ArrivalChecks",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Sample = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Entry = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: true),
                    Way = table.Column<int>(type: "INTEGER", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArrivalChecks", x => new { x.County, x.Sample, x.Number });
                    table.ForeignKey(
                        name: "FK_ArrivalChecks_ArrivalSamples_County_Sample",
                        columns: x => new { x.County, x.Sample },
                        principalTable: "ArrivalSamples",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ArrivalSchools",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Sample = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Population = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArrivalSchools", x => new { x.County, x.Sample, x.School });
                    table.ForeignKey(
                        name: "FK_ArrivalSchools_ArrivalSamples_County_Sample",
                        columns: x => new { x.County, x.Sample },
                        principalTable: "ArrivalSamples",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BulletinItem",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Bulletin = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Units = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Figures = table.Column<string>(type: "TEXT", maxLength: 2147483647, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulletinItem", x => new { x.County, x.Bulletin, x.Position });
                    table.ForeignKey(
                        name: "FK_BulletinItem_Bulletins_County_Bulletin",
                        columns: x => new { x.County, x.Bulletin },
                        principalTable: "Bulletins",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BulletinUnit",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Bulletin = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Rank = table.Column<int>(type: "INTEGER", nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Items = table.Column<int>(type: "INTEGER", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    OnTrack = table.Column<int>(type: "INTEGER", nullable: false),
                    Behind = table.Column<int>(type: "INTEGER", nullable: false),
                    Late = table.Column<int>(type: "INTEGER", nullable: false),
                    OverdueOrders = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulletinUnit", x => new { x.County, x.Bulletin, x.Position });
                    table.ForeignKey(
                        name: "FK_BulletinUnit_Bulletins_County_Bulletin",
                        columns: x => new { x.County, x.Bulletin },
                        principalTable: "Bulletins",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ListDraftRows",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Draft = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CellsCipher = table.Column<byte[]>(type: "BLOB", maxLength: 2147483647, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ListDraftRows", x => new { x.County, x.Draft, x.Line });
                    table.ForeignKey(
                        name: "FK_ListDraftRows_ListDrafts_County_Draft",
                        columns: x => new { x.County, x.Draft },
                        principalTable: "ListDrafts",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanItems",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Heading = table.Column<bool>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanItems", x => new { x.County, x.Year, x.Number });
                    table.ForeignKey(
                        name: "FK_PlanItems_Plans_County_Year",
                        columns: x => new { x.County, x.Year },
                        principalTable: "Plans",
                        principalColumns: new[] { "County", "Year" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProposedCases",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Proposal = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Case = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Fen = table.Column<long>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
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
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Proposal = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Before = table.Column<int>(type: "INTEGER", nullable: false),
                    After = table.Column<int>(type: "INTEGER", nullable: false),
                    FenBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    FenAfter = table.Column<long>(type: "INTEGER", nullable: false),
                    Entitled = table.Column<int>(type: "INTEGER", nullable: false),
                    NoLonger = table.Column<int>(type: "INTEGER", nullable: false),
                    More = table.Column<int>(type: "INTEGER", nullable: false),
                    Less = table.Column<int>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateTable(
                name: "OrderSteps",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Order = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OrderSteps", x => new { x.County, x.Order, x.Number });
                    table.ForeignKey(
                        name: "FK_OrderSteps_SupervisionOrders_County_Order",
                        columns: x => new { x.County, x.Order },
                        principalTable: "SupervisionOrders",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanItemUnits",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanItemUnits", x => new { x.County, x.Year, x.Item, x.Unit });
                    table.ForeignKey(
                        name: "FK_PlanItemUnits_PlanItems_County_Year_Item",
                        columns: x => new { x.County, x.Year, x.Item },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "County", "Year", "Number" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PlanMeasures",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Target = table.Column<long>(type: "INTEGER", nullable: true),
                    Floor = table.Column<long>(type: "INTEGER", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanMeasures", x => new { x.County, x.Year, x.Code });
                    table.ForeignKey(
                        name: "FK_PlanMeasures_PlanItems_County_Year_Item",
                        columns: x => new { x.County, x.Year, x.Item },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "County", "Year", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgressReports",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Step = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Figure = table.Column<long>(type: "INTEGER", nullable: true),
                    Whole = table.Column<long>(type: "INTEGER", nullable: true),
                    Reached = table.Column<bool>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Corrects = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressReports", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_ProgressReports_PlanItems_County_Year_Item",
                        columns: x => new { x.County, x.Year, x.Item },
                        principalTable: "PlanItems",
                        principalColumns: new[] { "County", "Year", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PlanStep",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Measure = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Item = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Start = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PlanStep", x => new { x.County, x.Year, x.Measure, x.Title });
                    table.ForeignKey(
                        name: "FK_PlanStep_PlanMeasures_County_Year_Measure",
                        columns: x => new { x.County, x.Year, x.Measure },
                        principalTable: "PlanMeasures",
                        principalColumns: new[] { "County", "Year", "Code" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_County_Township",
                table: "Registrations",
                columns: new[] { "County", "Township" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_County_Village_Township",
                table: "Registrations",
                columns: new[] { "County", "Village", "Township" });

            migrationBuilder.CreateIndex(
                name: "IX_People_County_Folded",
                table: "People",
                columns: new[] { "County", "Folded" });

            migrationBuilder.CreateIndex(
                name: "IX_People_County_Initials",
                table: "People",
                columns: new[] { "County", "Initials" });

            migrationBuilder.CreateIndex(
                name: "IX_LineEntries_County_Entry_Batch_Sequence",
                table: "LineEntries",
                columns: new[] { "County", "Entry", "Batch", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_County_CardHash",
                table: "Enrolments",
                columns: new[] { "County", "CardHash" });

            migrationBuilder.CreateIndex(
                name: "IX_ArrivalChecks_County_Entry",
                table: "ArrivalChecks",
                columns: new[] { "County", "Entry" });

            migrationBuilder.CreateIndex(
                name: "IX_ArrivalSamples_County_Number",
                table: "ArrivalSamples",
                columns: new[] { "County", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArrivalSamples_County_Semester_Programme_Seed",
                table: "ArrivalSamples",
                columns: new[] { "County", "Semester", "Programme", "Seed" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bulletins_County_Year_Sequence",
                table: "Bulletins",
                columns: new[] { "County", "Year", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_County_Person",
                table: "Decisions",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_County_Semester",
                table: "Decisions",
                columns: new[] { "County", "Semester" });

            migrationBuilder.CreateIndex(
                name: "IX_ListDrafts_County_School",
                table: "ListDrafts",
                columns: new[] { "County", "School" });

            migrationBuilder.CreateIndex(
                name: "IX_ListDrafts_County_Semester_School",
                table: "ListDrafts",
                columns: new[] { "County", "Semester", "School" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MatchCandidates_County_Semester_Registered_Enrolled",
                table: "MatchCandidates",
                columns: new[] { "County", "Semester", "Registered", "Enrolled" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MatchDecisions_County_Enrolled",
                table: "MatchDecisions",
                columns: new[] { "County", "Enrolled" });

            migrationBuilder.CreateIndex(
                name: "IX_MatchDecisions_County_Registered",
                table: "MatchDecisions",
                columns: new[] { "County", "Registered" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_County_School",
                table: "Messages",
                columns: new[] { "County", "School" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_County_Semester_School",
                table: "Messages",
                columns: new[] { "County", "Semester", "School" });

            migrationBuilder.CreateIndex(
                name: "IX_MissedOutcomes_County_Person",
                table: "MissedOutcomes",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_MissedOutcomes_County_Semester_Person_Number",
                table: "MissedOutcomes",
                columns: new[] { "County", "Semester", "Person", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PersonChanges_County_Person",
                table: "PersonChanges",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonChanges_County_State",
                table: "PersonChanges",
                columns: new[] { "County", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PlanMeasures_County_Year_Item",
                table: "PlanMeasures",
                columns: new[] { "County", "Year", "Item" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyChecks_County_Parameter_On",
                table: "PolicyChecks",
                columns: new[] { "County", "Parameter", "On" });

            migrationBuilder.CreateIndex(
                name: "IX_PolicyProposals_County_State",
                table: "PolicyProposals",
                columns: new[] { "County", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_County_Corrects",
                table: "ProgressReports",
                columns: new[] { "County", "Corrects" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_County_Year_Item",
                table: "ProgressReports",
                columns: new[] { "County", "Year", "Item" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_County_Owner_Name",
                table: "SavedViews",
                columns: new[] { "County", "Owner", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionOrders_County_Unit_State",
                table: "SupervisionOrders",
                columns: new[] { "County", "Unit", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_SupervisionOrders_County_Year_Sequence",
                table: "SupervisionOrders",
                columns: new[] { "County", "Year", "Sequence" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArrivalChecks");

            migrationBuilder.DropTable(
                name: "ArrivalSchools");

            migrationBuilder.DropTable(
                name: "BulletinItem");

            migrationBuilder.DropTable(
                name: "BulletinUnit");

            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "ListDraftRows");

            migrationBuilder.DropTable(
                name: "MatchCandidates");

            migrationBuilder.DropTable(
                name: "MatchDecisions");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "MissedOutcomes");

            migrationBuilder.DropTable(
                name: "OrderSteps");

            migrationBuilder.DropTable(
                name: "PersonChanges");

            migrationBuilder.DropTable(
                name: "PlanItemUnits");

            migrationBuilder.DropTable(
                name: "PlanStep");

            migrationBuilder.DropTable(
                name: "PolicyCases");

            migrationBuilder.DropTable(
                name: "PolicyChecks");

            migrationBuilder.DropTable(
                name: "ProgressReports");

            migrationBuilder.DropTable(
                name: "ProposedCases");

            migrationBuilder.DropTable(
                name: "PublishedEffects");

            migrationBuilder.DropTable(
                name: "RememberedHeadings");

            migrationBuilder.DropTable(
                name: "SavedViews");

            migrationBuilder.DropTable(
                name: "SchoolContacts");

            migrationBuilder.DropTable(
                name: "ArrivalSamples");

            migrationBuilder.DropTable(
                name: "Bulletins");

            migrationBuilder.DropTable(
                name: "ListDrafts");

            migrationBuilder.DropTable(
                name: "SupervisionOrders");

            migrationBuilder.DropTable(
                name: "PlanMeasures");

            migrationBuilder.DropTable(
                name: "PolicyProposals");

            migrationBuilder.DropTable(
                name: "PlanItems");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_County_Township",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_Registrations_County_Village_Township",
                table: "Registrations");

            migrationBuilder.DropIndex(
                name: "IX_People_County_Folded",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_People_County_Initials",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_LineEntries_County_Entry_Batch_Sequence",
                table: "LineEntries");

            migrationBuilder.DropIndex(
                name: "IX_Enrolments_County_CardHash",
                table: "Enrolments");

            migrationBuilder.DropColumn(
                name: "Folded",
                table: "People");

            migrationBuilder.DropColumn(
                name: "Initials",
                table: "People");

            migrationBuilder.CreateIndex(
                name: "IX_LineEntries_County_Entry",
                table: "LineEntries",
                columns: new[] { "County", "Entry" });
        }
    }
}
