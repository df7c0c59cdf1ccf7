using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace EduAid.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AspNetUsers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DisplayName = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    UserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    Email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    PasswordHash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    SecurityStamp = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    PhoneNumber = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "boolean", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    LockoutEnd = table.Column<long>(type: "bigint", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "boolean", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUsers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditDetails",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Json = table.Column<string>(type: "text", maxLength: 2147483647, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditDetails", x => new { x.County, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "AuditEvents",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Epoch = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Actor = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Role = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Origin = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Action = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    DetailHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Mac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEvents", x => new { x.County, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "AuditHeads",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    Epoch = table.Column<int>(type: "integer", nullable: false),
                    Mac = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditHeads", x => x.County);
                });

            migrationBuilder.CreateTable(
                name: "Counties",
                columns: table => new
                {
                    Code = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Turn = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Counties", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "Findings",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Holds = table.Column<bool>(type: "boolean", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Programmes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Detail = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    RaisedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Findings", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "HolidayTables",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: false),
                    Json = table.Column<string>(type: "text", maxLength: 2147483647, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HolidayTables", x => new { x.County, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "Imports",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    File = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Accepted = table.Column<int>(type: "integer", nullable: false),
                    Rejected = table.Column<int>(type: "integer", nullable: false),
                    Written = table.Column<int>(type: "integer", nullable: false),
                    Removed = table.Column<int>(type: "integer", nullable: false),
                    StoredFile = table.Column<Guid>(type: "uuid", nullable: true),
                    Undone = table.Column<bool>(type: "boolean", nullable: false),
                    UndoneAt = table.Column<long>(type: "bigint", nullable: true),
                    UndoneBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Imports", x => new { x.County, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    BirthYear = table.Column<int>(type: "integer", nullable: false),
                    Cohort = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "PolicyValues",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Parameter = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Unit = table.Column<int>(type: "integer", nullable: false),
                    Document = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Clause = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    CheckedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    DoubtedFrom = table.Column<int>(type: "integer", nullable: true),
                    Doubt = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PolicyValues", x => new { x.County, x.Parameter, x.From, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "RegisteredLists",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Import = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    Undone = table.Column<bool>(type: "boolean", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegisteredLists", x => new { x.County, x.Import });
                });

            migrationBuilder.CreateTable(
                name: "Schools",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Schools", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "SpecialtyVersions",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Folded = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    Import = table.Column<int>(type: "integer", nullable: false),
                    Undone = table.Column<bool>(type: "boolean", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    FeeFen = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SpecialtyVersions", x => new { x.County, x.Folded, x.From, x.Import });
                });

            migrationBuilder.CreateTable(
                name: "StagedUploads",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Files = table.Column<string>(type: "text", maxLength: 2147483647, nullable: false),
                    FirstNumber = table.Column<int>(type: "integer", nullable: false),
                    LastNumber = table.Column<int>(type: "integer", nullable: false),
                    HiddenSheets = table.Column<bool>(type: "boolean", nullable: false),
                    AcceptedAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedUploads", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserClaims",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    ClaimType = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ClaimValue = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AspNetUserClaims_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserLogins",
                columns: table => new
                {
                    LoginProvider = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ProviderKey = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ProviderDisplayName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    UserId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserLogins", x => new { x.LoginProvider, x.ProviderKey });
                    table.ForeignKey(
                        name: "FK_AspNetUserLogins_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "AspNetUserTokens",
                columns: table => new
                {
                    UserId = table.Column<Guid>(type: "uuid", nullable: false),
                    LoginProvider = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AspNetUserTokens", x => new { x.UserId, x.LoginProvider, x.Name });
                    table.ForeignKey(
                        name: "FK_AspNetUserTokens_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Assignments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    User = table.Column<Guid>(type: "uuid", nullable: false),
                    Role = table.Column<int>(type: "integer", nullable: false),
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Assignments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Assignments_AspNetUsers_User",
                        column: x => x.User,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "FindingSchools",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Finding = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FindingSchools", x => new { x.County, x.Finding, x.School });
                    table.ForeignKey(
                        name: "FK_FindingSchools_Findings_County_Finding",
                        columns: x => new { x.County, x.Finding },
                        principalTable: "Findings",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "PersonIdNumbers",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    NumberHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    LastFourHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    NumberCipher = table.Column<byte[]>(type: "bytea", maxLength: 120, nullable: false),
                    Since = table.Column<long>(type: "bigint", nullable: false),
                    Until = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonIdNumbers", x => new { x.County, x.NumberHash });
                    table.ForeignKey(
                        name: "FK_PersonIdNumbers_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Registrations",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    List = table.Column<int>(type: "integer", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    HouseholdNumber = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Head = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Relation = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Category = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ExitedYear = table.Column<int>(type: "integer", nullable: true),
                    Township = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Village = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Disability = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Content = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Sheet = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false),
                    ValidFrom = table.Column<int>(type: "integer", nullable: false),
                    ValidUntil = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Registrations", x => new { x.County, x.List, x.Line });
                    table.ForeignKey(
                        name: "FK_Registrations_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Registrations_RegisteredLists_County_List",
                        columns: x => new { x.County, x.List },
                        principalTable: "RegisteredLists",
                        principalColumns: new[] { "County", "Import" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Rosters",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    GeneratedAt = table.Column<long>(type: "bigint", nullable: false),
                    Stale = table.Column<bool>(type: "boolean", nullable: false),
                    Entries = table.Column<int>(type: "integer", nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    Flagged = table.Column<int>(type: "integer", nullable: false),
                    Held = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Rosters", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_Rosters_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolLists",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    BuiltOn = table.Column<Guid>(type: "uuid", nullable: true),
                    Undone = table.Column<bool>(type: "boolean", nullable: false),
                    Current = table.Column<bool>(type: "boolean", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolLists", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_SchoolLists_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolVersions",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    Import = table.Column<int>(type: "integer", nullable: false),
                    Undone = table.Column<bool>(type: "boolean", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Township = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Sponsor = table.Column<int>(type: "integer", nullable: true),
                    Tier = table.Column<int>(type: "integer", nullable: false),
                    PayeeName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    AccountCipher = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: true),
                    AccountHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Bank = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ActualTuitionFen = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolVersions", x => new { x.County, x.School, x.From, x.Import });
                    table.ForeignKey(
                        name: "FK_SchoolVersions_Schools_County_School",
                        columns: x => new { x.County, x.School },
                        principalTable: "Schools",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RosterEntries",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Roster = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Grade = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    GradeOrder = table.Column<int>(type: "integer", nullable: false),
                    Class = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Boarding = table.Column<bool>(type: "boolean", nullable: true),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    Payee = table.Column<int>(type: "integer", nullable: false),
                    Flags = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    List = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    Reasons = table.Column<string>(type: "text", maxLength: 2147483647, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterEntries", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_RosterEntries_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RosterEntries_Rosters_County_Roster",
                        columns: x => new { x.County, x.Roster },
                        principalTable: "Rosters",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Admissions",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    List = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    University = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Province = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Bank = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Holder = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Card = table.Column<int>(type: "integer", nullable: false),
                    CardCipher = table.Column<byte[]>(type: "bytea", maxLength: 120, nullable: true),
                    CardHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    Content = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Import = table.Column<int>(type: "integer", nullable: false),
                    Sheet = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Admissions", x => new { x.County, x.List, x.Line });
                    table.ForeignKey(
                        name: "FK_Admissions_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Admissions_SchoolLists_County_List",
                        columns: x => new { x.County, x.List },
                        principalTable: "SchoolLists",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Enrolments",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    List = table.Column<Guid>(type: "uuid", nullable: false),
                    Line = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Stage = table.Column<int>(type: "integer", nullable: false),
                    Grade = table.Column<int>(type: "integer", nullable: false),
                    Class = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Boarding = table.Column<bool>(type: "boolean", nullable: true),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    TransferredIn = table.Column<DateOnly>(type: "date", nullable: true),
                    TransferredOut = table.Column<DateOnly>(type: "date", nullable: true),
                    Specialty = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    FullTime = table.Column<bool>(type: "boolean", nullable: true),
                    HouseholdType = table.Column<int>(type: "integer", nullable: true),
                    StudentNumber = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Guardian = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    GuardianIdCipher = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: true),
                    GuardianRelation = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Bank = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Holder = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Card = table.Column<int>(type: "integer", nullable: false),
                    CardCipher = table.Column<byte[]>(type: "bytea", maxLength: 120, nullable: true),
                    CardHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: true),
                    PhoneCipher = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: true),
                    Address = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Note = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Content = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Import = table.Column<int>(type: "integer", nullable: false),
                    Sheet = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Enrolments", x => new { x.County, x.List, x.Line });
                    table.ForeignKey(
                        name: "FK_Enrolments_People_County_Person",
                        columns: x => new { x.County, x.Person },
                        principalTable: "People",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Enrolments_SchoolLists_County_List",
                        columns: x => new { x.County, x.List },
                        principalTable: "SchoolLists",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SchoolListImports",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    List = table.Column<Guid>(type: "uuid", nullable: false),
                    Import = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SchoolListImports", x => new { x.County, x.List, x.Import });
                    table.ForeignKey(
                        name: "FK_SchoolListImports_SchoolLists_County_List",
                        columns: x => new { x.County, x.List },
                        principalTable: "SchoolLists",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Admissions_County_Person",
                table: "Admissions",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserClaims_UserId",
                table: "AspNetUserClaims",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUserLogins_UserId",
                table: "AspNetUserLogins",
                column: "UserId");

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "AspNetUsers",
                column: "NormalizedEmail");

            migrationBuilder.CreateIndex(
                name: "UserNameIndex",
                table: "AspNetUsers",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Assignments_User",
                table: "Assignments",
                column: "User");

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_County_At",
                table: "AuditEvents",
                columns: new[] { "County", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Enrolments_County_Person",
                table: "Enrolments",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_County_Person",
                table: "Findings",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_Findings_County_Semester_Code",
                table: "Findings",
                columns: new[] { "County", "Semester", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Imports_County_Semester",
                table: "Imports",
                columns: new[] { "County", "Semester" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonIdNumbers_County_LastFourHash",
                table: "PersonIdNumbers",
                columns: new[] { "County", "LastFourHash" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonIdNumbers_County_Person",
                table: "PersonIdNumbers",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_County_HouseholdNumber",
                table: "Registrations",
                columns: new[] { "County", "HouseholdNumber" });

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_County_Person",
                table: "Registrations",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterEntries_County_Person",
                table: "RosterEntries",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_RosterEntries_County_Roster_Person",
                table: "RosterEntries",
                columns: new[] { "County", "Roster", "Person" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Rosters_County_School",
                table: "Rosters",
                columns: new[] { "County", "School" });

            migrationBuilder.CreateIndex(
                name: "IX_Rosters_County_Semester_Programme_School",
                table: "Rosters",
                columns: new[] { "County", "Semester", "Programme", "School" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SchoolListImports_County_Import",
                table: "SchoolListImports",
                columns: new[] { "County", "Import" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolLists_County_Kind_Semester_School_Version",
                table: "SchoolLists",
                columns: new[] { "County", "Kind", "Semester", "School", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SchoolLists_County_School",
                table: "SchoolLists",
                columns: new[] { "County", "School" });

            migrationBuilder.CreateIndex(
                name: "IX_SchoolLists_OneCurrent",
                table: "SchoolLists",
                columns: new[] { "County", "Kind", "Semester", "School" },
                unique: true,
                filter: "\"Current\"");

            migrationBuilder.CreateIndex(
                name: "IX_Schools_County_Code",
                table: "Schools",
                columns: new[] { "County", "Code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Admissions");

            migrationBuilder.DropTable(
                name: "AspNetUserClaims");

            migrationBuilder.DropTable(
                name: "AspNetUserLogins");

            migrationBuilder.DropTable(
                name: "AspNetUserTokens");

            migrationBuilder.DropTable(
                name: "Assignments");

            migrationBuilder.DropTable(
                name: "AuditDetails");

            migrationBuilder.DropTable(
                name: "AuditEvents");

            migrationBuilder.DropTable(
                name: "AuditHeads");

            migrationBuilder.DropTable(
                name: "Counties");

            migrationBuilder.DropTable(
                name: "Enrolments");

            migrationBuilder.DropTable(
                name: "FindingSchools");

            migrationBuilder.DropTable(
                name: "HolidayTables");

            migrationBuilder.DropTable(
                name: "Imports");

            migrationBuilder.DropTable(
                name: "PersonIdNumbers");

            migrationBuilder.DropTable(
                name: "PolicyValues");

            migrationBuilder.DropTable(
                name: "Registrations");

            migrationBuilder.DropTable(
                name: "RosterEntries");

            migrationBuilder.DropTable(
                name: "SchoolListImports");

            migrationBuilder.DropTable(
                name: "SchoolVersions");

            migrationBuilder.DropTable(
                name: "SpecialtyVersions");

            migrationBuilder.DropTable(
                name: "StagedUploads");

            migrationBuilder.DropTable(
                name: "AspNetUsers");

            migrationBuilder.DropTable(
                name: "Findings");

            migrationBuilder.DropTable(
                name: "RegisteredLists");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Rosters");

            migrationBuilder.DropTable(
                name: "SchoolLists");

            migrationBuilder.DropTable(
                name: "Schools");
        }
    }
}
