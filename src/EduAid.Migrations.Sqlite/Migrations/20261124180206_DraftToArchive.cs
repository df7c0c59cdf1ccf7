using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Kind",
                table: "Rosters",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NoticeFrom",
                table: "Rosters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "NoticeUntil",
                table: "Rosters",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Sequence",
                table: "Rosters",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Steps",
                table: "Rosters",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<byte[]>(
                name: "Corrects",
                table: "RosterEntries",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "EntryHolds",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Semester = table.Column<int>(type: "INTEGER", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    LiftedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    LiftedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LiftReason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EntryHolds", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Objections",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Roster = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Entry = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    RecordedBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    RecordedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Answer = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Upheld = table.Column<bool>(type: "INTEGER", nullable: true),
                    AnsweredBy = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AnsweredAt = table.Column<long>(type: "INTEGER", nullable: true)
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
                name: "RosterDifferences",
                columns: table => new
                {
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Roster = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Person = table.Column<byte[]>(type: "BLOB", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    FenBefore = table.Column<long>(type: "INTEGER", nullable: false),
                    FenNow = table.Column<long>(type: "INTEGER", nullable: false)
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
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Roster = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Person = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Deed = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false)
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
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Roster = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    School = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    From = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<int>(type: "INTEGER", nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Remark = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
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
                    County = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Revision = table.Column<int>(type: "INTEGER", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => new { x.County, x.Name, x.From, x.Revision });
                });

            migrationBuilder.CreateIndex(
                name: "IX_Rosters_County_Semester_Programme_School_Kind_Sequence",
                table: "Rosters",
                columns: new[] { "County", "Semester", "Programme", "School", "Kind", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EntryHolds_County_Semester",
                table: "EntryHolds",
                columns: new[] { "County", "Semester" });

            migrationBuilder.CreateIndex(
                name: "IX_Objections_County_Roster",
                table: "Objections",
                columns: new[] { "County", "Roster" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EntryHolds");

            migrationBuilder.DropTable(
                name: "Objections");

            migrationBuilder.DropTable(
                name: "RosterDifferences");

            migrationBuilder.DropTable(
                name: "RosterHands");

            migrationBuilder.DropTable(
                name: "RosterSteps");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropIndex(
                name: "IX_Rosters_County_Semester_Programme_School_Kind_Sequence",
                table: "Rosters");

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

            migrationBuilder.CreateIndex(
                name: "IX_Rosters_County_Semester_Programme_School",
                table: "Rosters",
                columns: new[] { "County", "Semester", "Programme", "School" },
                unique: true);
        }
    }
}
