using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.PostgreSql.Migrations
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
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Initials",
                table: "People",
                type: "character varying(100)",
                maxLength: 100,
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.CreateTable(
                name: "ArrivalSamples",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Seed = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Confidence = table.Column<int>(type: "integer", nullable: false),
                    Margin = table.Column<int>(type: "integer", nullable: false),
                    Population = table.Column<int>(type: "integer", nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Candidates = table.Column<Guid>(type: "uuid", nullable: false),
                    CandidatesSha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArrivalSamples", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Bulletins",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    PlanYear = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Opening = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Points = table.Column<int>(type: "integer", nullable: false),
                    SoonDays = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bulletins", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Decisions",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: true),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    UndoneBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    UndoneAt = table.Column<long>(type: "bigint", nullable: true),
                    UndoneReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Faulty = table.Column<int>(type: "integer", nullable: false),
                    Upload = table.Column<Guid>(type: "uuid", nullable: true)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Registered = table.Column<Guid>(type: "uuid", nullable: false),
                    Enrolled = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    FoundAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MatchCandidates", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "MatchDecisions",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Registered = table.Column<Guid>(type: "uuid", nullable: false),
                    Enrolled = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Verdict = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    UndoneBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    UndoneAt = table.Column<long>(type: "bigint", nullable: true),
                    UndoneReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Remark = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ReadAt = table.Column<long>(type: "bigint", nullable: true),
                    ReadBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
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

            migrationBuilder.CreateTable(
                name: "PersonChanges",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: true),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Before = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Relation = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    NumberCipher = table.Column<byte[]>(type: "bytea", maxLength: 120, nullable: true),
                    GuardianIdCipher = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: true),
                    PhoneCipher = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: true),
                    Rosters = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonChanges", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Document = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => new { x.County, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "PolicyCases",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Key = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    Until = table.Column<int>(type: "integer", nullable: true),
                    Stage = table.Column<int>(type: "integer", nullable: true),
                    Grade = table.Column<int>(type: "integer", nullable: false),
                    Boarding = table.Column<bool>(type: "boolean", nullable: true),
                    Sponsor = table.Column<int>(type: "integer", nullable: false),
                    Tier = table.Column<int>(type: "integer", nullable: false),
                    Category = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    FeeFen = table.Column<long>(type: "bigint", nullable: true),
                    FullTime = table.Column<bool>(type: "boolean", nullable: true),
                    Household = table.Column<int>(type: "integer", nullable: true),
                    OutsideProvince = table.Column<bool>(type: "boolean", nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyCases", x => new { x.County, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "PolicyChecks",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Parameter = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Source = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyChecks", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PolicyProposals",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Parameter = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Unit = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Document = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Clause = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ProposedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ProposedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    DecidedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    DecidedAt = table.Column<long>(type: "bigint", nullable: true),
                    Remark = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Revision = table.Column<int>(type: "integer", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyProposals", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RememberedHeadings",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Heading = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedHeadings", x => new { x.County, x.School, x.Heading });
                });

            migrationBuilder.CreateTable(
                name: "SavedViews",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Owner = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Query = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SavedViews", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "SchoolContacts",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PhoneCipher = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    PlanYear = table.Column<int>(type: "integer", nullable: true),
                    Item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Demand = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    IssuedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    IssuedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    RepliedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Steps = table.Column<int>(type: "integer", nullable: false),
                    Reopened = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupervisionOrders", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ArrivalChecks",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Sample = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Entry = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    Way = table.Column<int>(type: "integer", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Remark = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Sample = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Population = table.Column<int>(type: "integer", nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Bulletin = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Units = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Figures = table.Column<string>(type: "text", maxLength: 2147483647, nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Bulletin = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Rank = table.Column<int>(type: "integer", nullable: false),
                    Unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Items = table.Column<int>(type: "integer", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    OnTrack = table.Column<int>(type: "integer", nullable: false),
                    Behind = table.Column<int>(type: "integer", nullable: false),
                    Late = table.Column<int>(type: "integer", nullable: false),
                    OverdueOrders = table.Column<int>(type: "integer", nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Draft = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    CellsCipher = table.Column<byte[]>(type: "bytea", maxLength: 2147483647, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Heading = table.Column<bool>(type: "boolean", nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Proposal = table.Column<Guid>(type: "uuid", nullable: false),
                    Case = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Proposal = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Before = table.Column<int>(type: "integer", nullable: false),
                    After = table.Column<int>(type: "integer", nullable: false),
                    FenBefore = table.Column<long>(type: "bigint", nullable: false),
                    FenAfter = table.Column<long>(type: "bigint", nullable: false),
                    Entitled = table.Column<int>(type: "integer", nullable: false),
                    NoLonger = table.Column<int>(type: "integer", nullable: false),
                    More = table.Column<int>(type: "integer", nullable: false),
                    Less = table.Column<int>(type: "integer", nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Order = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: true),
                    Floor = table.Column<long>(type: "bigint", nullable: true),
                    Basis = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: true)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Step = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Figure = table.Column<long>(type: "bigint", nullable: true),
                    Whole = table.Column<long>(type: "bigint", nullable: true),
                    Reached = table.Column<bool>(type: "boolean", nullable: true),
                    Text = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Unit = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Corrects = table.Column<Guid>(type: "uuid", nullable: true)
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
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Measure = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Item = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Start = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Due = table.Column<DateOnly>(type: "date", nullable: true)
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
