using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DraftToArchive : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Rosters_County_Semester_Programme_School",
                table: "Rosters");

            migrationBuilder.AddColumn<int>(
                name: "Approvals",
                table: "Rosters",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Rosters",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NoticeFrom",
                table: "Rosters",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NoticeUntil",
                table: "Rosters",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "Rosters",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Steps",
                table: "Rosters",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "Corrects",
                table: "RosterEntries",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Digest",
                table: "AuditEvents",
                type: "bytea",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Township",
                table: "Assignments",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "Assignments",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "FactorCipher",
                table: "AspNetUsers",
                type: "bytea",
                maxLength: 160,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "FactorStep",
                table: "AspNetUsers",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<byte[]>(
                name: "InvitationHash",
                table: "AspNetUsers",
                type: "bytea",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "InvitedUntil",
                table: "AspNetUsers",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PasswordDue",
                table: "AspNetUsers",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "BankReturns",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    FileName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    File = table.Column<Guid>(type: "uuid", nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Rows = table.Column<int>(type: "integer", nullable: false),
                    Applied = table.Column<int>(type: "integer", nullable: false),
                    Unmatched = table.Column<int>(type: "integer", nullable: false),
                    UndoneBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    UndoneAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankReturns", x => new { x.County, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "Batches",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Payee = table.Column<int>(type: "integer", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    FirstFen = table.Column<long>(type: "bigint", nullable: false),
                    AssembledBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    AssembledAt = table.Column<long>(type: "bigint", nullable: false),
                    DocumentNumber = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    DocumentDate = table.Column<DateOnly>(type: "date", nullable: true),
                    DocumentFen = table.Column<long>(type: "bigint", nullable: true),
                    Format = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    FileName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    File = table.Column<Guid>(type: "uuid", nullable: true),
                    FileSha256 = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Checksum = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ReleasedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ReleasedAt = table.Column<long>(type: "bigint", nullable: true),
                    HandedOverBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    HandedOverOn = table.Column<DateOnly>(type: "date", nullable: true),
                    CancelAskedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CancelReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CancelledBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CancelledAt = table.Column<long>(type: "bigint", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Batches", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "EntryClosures",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Entry = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    Remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryClosures", x => new { x.County, x.Entry });
                });

            migrationBuilder.CreateTable(
                name: "EntryHolds",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    LiftedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    LiftedAt = table.Column<long>(type: "bigint", nullable: true),
                    LiftReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryHolds", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Roster = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Entry = table.Column<Guid>(type: "uuid", nullable: true),
                    Text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<long>(type: "bigint", nullable: false),
                    Answer = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    Upheld = table.Column<bool>(type: "boolean", nullable: true),
                    AnsweredBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    AnsweredAt = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Objections", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_Objections_Rosters_County_Roster",
                        columns: x => new { x.County, x.Roster },
                        principalTable: "Rosters",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PersonCards",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    CardCipher = table.Column<byte[]>(type: "bytea", maxLength: 120, nullable: false),
                    CardHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Bank = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Holder = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Relation = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    ConfirmedBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ConfirmedAt = table.Column<long>(type: "bigint", nullable: true),
                    Rejected = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PersonCards", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ProgrammeClosings",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    File = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Fingerprint = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgrammeClosings", x => new { x.County, x.Semester, x.Programme });
                });

            migrationBuilder.CreateTable(
                name: "RecoveryCodes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    User = table.Column<Guid>(type: "uuid", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryCodes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryCodes_AspNetUsers_User",
                        column: x => x.User,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryReceipts",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Entry = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryReceipts", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "RetentionPeriod",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Months = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RetentionPeriod", x => new { x.County, x.Kind });
                });

            migrationBuilder.CreateTable(
                name: "RosterDifferences",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Roster = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    FenBefore = table.Column<long>(type: "bigint", nullable: false),
                    FenNow = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterDifferences", x => new { x.County, x.Roster, x.Person });
                    table.ForeignKey(
                        name: "FK_RosterDifferences_Rosters_County_Roster",
                        columns: x => new { x.County, x.Roster },
                        principalTable: "Rosters",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RosterHands",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Roster = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Deed = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterHands", x => new { x.County, x.Roster, x.Person, x.Deed });
                    table.ForeignKey(
                        name: "FK_RosterHands_Rosters_County_Roster",
                        columns: x => new { x.County, x.Roster },
                        principalTable: "Rosters",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RosterSteps",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Roster = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<int>(type: "integer", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Remark = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RosterSteps", x => new { x.County, x.Roster, x.Number });
                    table.ForeignKey(
                        name: "FK_RosterSteps_Rosters_County_Roster",
                        columns: x => new { x.County, x.Roster },
                        principalTable: "Rosters",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Revision = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => new { x.County, x.Name, x.From, x.Revision });
                });

            migrationBuilder.CreateTable(
                name: "StagedReturns",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: true),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StagedReturns", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "StoredDocuments",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    SubjectKind = table.Column<int>(type: "integer", nullable: false),
                    Subject = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    FileName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ContentType = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Size = table.Column<int>(type: "integer", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    File = table.Column<Guid>(type: "uuid", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoredDocuments", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "UserSessions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    User = table.Column<Guid>(type: "uuid", nullable: false),
                    Stamp = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Assignment = table.Column<Guid>(type: "uuid", nullable: true),
                    Proved = table.Column<bool>(type: "boolean", nullable: false),
                    StartedAt = table.Column<long>(type: "bigint", nullable: false),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false),
                    EndedAt = table.Column<long>(type: "bigint", nullable: true),
                    Agent = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Origin = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_UserSessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_UserSessions_AspNetUsers_User",
                        column: x => x.User,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "BankReturnRows",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Return = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Verdict = table.Column<int>(type: "integer", nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: true),
                    BatchText = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Sequence = table.Column<int>(type: "integer", nullable: true),
                    Outcome = table.Column<int>(type: "integer", nullable: true),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ReasonText = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Fen = table.Column<long>(type: "bigint", nullable: true),
                    Account = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CreditedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Sheet = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    Row = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BankReturnRows", x => new { x.County, x.Return, x.Number });
                    table.ForeignKey(
                        name: "FK_BankReturnRows_BankReturns_County_Return",
                        columns: x => new { x.County, x.Return },
                        principalTable: "BankReturns",
                        principalColumns: new[] { "County", "Number" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PaymentLines",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<Guid>(type: "uuid", nullable: true),
                    PayeeName = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    AccountCipher = table.Column<byte[]>(type: "bytea", maxLength: 160, nullable: false),
                    AccountHash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    Bank = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    TriedBefore = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Fingerprint = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Reason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    ReasonText = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CreditedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PaymentLines", x => new { x.County, x.Batch, x.Sequence });
                    table.ForeignKey(
                        name: "FK_PaymentLines_Batches_County_Batch",
                        columns: x => new { x.County, x.Batch },
                        principalTable: "Batches",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Vouchers",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Semester = table.Column<int>(type: "integer", nullable: false),
                    Programme = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    Date = table.Column<DateOnly>(type: "date", nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    CancelledBy = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    CancelledAt = table.Column<long>(type: "bigint", nullable: true),
                    CancelReason = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Vouchers", x => new { x.County, x.Id });
                    table.ForeignKey(
                        name: "FK_Vouchers_Batches_County_Batch",
                        columns: x => new { x.County, x.Batch },
                        principalTable: "Batches",
                        principalColumns: new[] { "County", "Id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "LineEntries",
                columns: table => new
                {
                    County = table.Column<string>(type: "character varying(12)", maxLength: 12, nullable: false),
                    Batch = table.Column<Guid>(type: "uuid", nullable: false),
                    Sequence = table.Column<int>(type: "integer", nullable: false),
                    Entry = table.Column<Guid>(type: "uuid", nullable: false),
                    School = table.Column<Guid>(type: "uuid", nullable: false),
                    Fen = table.Column<long>(type: "bigint", nullable: false),
                    Open = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LineEntries", x => new { x.County, x.Batch, x.Sequence, x.Entry });
                    table.ForeignKey(
                        name: "FK_LineEntries_PaymentLines_County_Batch_Sequence",
                        columns: x => new { x.County, x.Batch, x.Sequence },
                        principalTable: "PaymentLines",
                        principalColumns: new[] { "County", "Batch", "Sequence" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Rosters_County_Semester_Programme_School_Kind_Sequence",
                table: "Rosters",
                columns: new[] { "County", "Semester", "Programme", "School", "Kind", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AuditEvents_County_Subject",
                table: "AuditEvents",
                columns: new[] { "County", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_AspNetUsers_InvitationHash",
                table: "AspNetUsers",
                column: "InvitationHash");

            migrationBuilder.CreateIndex(
                name: "IX_BankReturnRows_County_Batch_Sequence",
                table: "BankReturnRows",
                columns: new[] { "County", "Batch", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Batches_County_Number",
                table: "Batches",
                columns: new[] { "County", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Batches_County_Semester_Programme",
                table: "Batches",
                columns: new[] { "County", "Semester", "Programme" });

            migrationBuilder.CreateIndex(
                name: "IX_EntryHolds_County_Semester",
                table: "EntryHolds",
                columns: new[] { "County", "Semester" });

            migrationBuilder.CreateIndex(
                name: "IX_LineEntries_County_Entry",
                table: "LineEntries",
                columns: new[] { "County", "Entry" });

            migrationBuilder.CreateIndex(
                name: "IX_LineEntries_OneOpen",
                table: "LineEntries",
                columns: new[] { "County", "Entry" },
                unique: true,
                filter: "\"Open\"");

            migrationBuilder.CreateIndex(
                name: "IX_Objections_County_Roster",
                table: "Objections",
                columns: new[] { "County", "Roster" });

            migrationBuilder.CreateIndex(
                name: "IX_PaymentLines_County_State",
                table: "PaymentLines",
                columns: new[] { "County", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonCards_County_Person",
                table: "PersonCards",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryCodes_User",
                table: "RecoveryCodes",
                column: "User");

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryReceipts_County_Entry",
                table: "RecoveryReceipts",
                columns: new[] { "County", "Entry" });

            migrationBuilder.CreateIndex(
                name: "IX_StoredDocuments_County_SubjectKind_Subject",
                table: "StoredDocuments",
                columns: new[] { "County", "SubjectKind", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_UserSessions_User",
                table: "UserSessions",
                column: "User");

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_County_Batch",
                table: "Vouchers",
                columns: new[] { "County", "Batch" });

            migrationBuilder.CreateIndex(
                name: "IX_Vouchers_County_Semester_Programme",
                table: "Vouchers",
                columns: new[] { "County", "Semester", "Programme" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BankReturnRows");

            migrationBuilder.DropTable(
                name: "EntryClosures");

            migrationBuilder.DropTable(
                name: "EntryHolds");

            migrationBuilder.DropTable(
                name: "LineEntries");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "PersonCards");

            migrationBuilder.DropTable(
                name: "ProgrammeClosings");

            migrationBuilder.DropTable(
                name: "RecoveryCodes");

            migrationBuilder.DropTable(
                name: "RecoveryReceipts");

            migrationBuilder.DropTable(
                name: "RetentionPeriod");

            migrationBuilder.DropTable(
                name: "RosterDifferences");

            migrationBuilder.DropTable(
                name: "RosterHands");

            migrationBuilder.DropTable(
                name: "RosterSteps");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "StagedReturns");

            migrationBuilder.DropTable(
                name: "StoredDocuments");

            migrationBuilder.DropTable(
                name: "UserSessions");

            migrationBuilder.DropTable(
                name: "Vouchers");

            migrationBuilder.DropTable(
                name: "BankReturns");

            migrationBuilder.DropTable(
                name: "PaymentLines");

            migrationBuilder.DropTable(
                name: "Batches");

            migrationBuilder.DropIndex(
                name: "IX_Rosters_County_Semester_Programme_School_Kind_Sequence",
                table: "Rosters");

            migrationBuilder.DropIndex(
                name: "IX_AuditEvents_County_Subject",
                table: "AuditEvents");

            migrationBuilder.DropIndex(
                name: "IX_AspNetUsers_InvitationHash",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "Approvals",
                table: "Rosters");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Rosters");

            migrationBuilder.DropColumn(
                name: "NoticeFrom",
                table: "Rosters");

            migrationBuilder.DropColumn(
                name: "NoticeUntil",
                table: "Rosters");

            migrationBuilder.DropColumn(
                name: "Sequence",
                table: "Rosters");

            migrationBuilder.DropColumn(
                name: "Steps",
                table: "Rosters");

            migrationBuilder.DropColumn(
                name: "Corrects",
                table: "RosterEntries");

            migrationBuilder.DropColumn(
                name: "Digest",
                table: "AuditEvents");

            migrationBuilder.DropColumn(
                name: "Township",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "FactorCipher",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "FactorStep",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "InvitationHash",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "InvitedUntil",
                table: "AspNetUsers");

            migrationBuilder.DropColumn(
                name: "PasswordDue",
                table: "AspNetUsers");

            migrationBuilder.CreateIndex(
                name: "IX_Rosters_County_Semester_Programme_School",
                table: "Rosters",
                columns: new[] { "County", "Semester", "Programme", "School" },
                unique: true);
        }
    }
}
