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
                name: "IX_ListDrafts_County_School",
                table: "ListDrafts",
                columns: new[] { "County", "School" });

            migrationBuilder.CreateIndex(
                name: "IX_ListDrafts_County_Semester_School",
                table: "ListDrafts",
                columns: new[] { "County", "Semester", "School" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Messages_County_School",
                table: "Messages",
                columns: new[] { "County", "School" });

            migrationBuilder.CreateIndex(
                name: "IX_Messages_County_Semester_School",
                table: "Messages",
                columns: new[] { "County", "Semester", "School" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArrivalChecks");

            migrationBuilder.DropTable(
                name: "ArrivalSchools");

            migrationBuilder.DropTable(
                name: "ListDraftRows");

            migrationBuilder.DropTable(
                name: "Messages");

            migrationBuilder.DropTable(
                name: "RememberedHeadings");

            migrationBuilder.DropTable(
                name: "SchoolContacts");

            migrationBuilder.DropTable(
                name: "ArrivalSamples");

            migrationBuilder.DropTable(
                name: "ListDrafts");
        }
    }
}
