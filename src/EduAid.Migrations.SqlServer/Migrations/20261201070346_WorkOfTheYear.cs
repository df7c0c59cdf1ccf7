using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.SqlServer.Migrations
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Semester = table.Column<int>(type: "int", nullable: false),
                    Programme = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    Seed = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Confidence = table.Column<int>(type: "int", nullable: false),
                    Margin = table.Column<int>(type: "int", nullable: false),
                    Population = table.Column<int>(type: "int", nullable: false),
                    Size = table.Column<int>(type: "int", nullable: false),
                    Candidates = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CandidatesSha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArrivalSamples", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "ListDrafts",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Semester = table.Column<int>(type: "int", nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ChangedAt = table.Column<long>(type: "bigint", nullable: false),
                    ChangedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    Rows = table.Column<int>(type: "int", nullable: false),
                    Faulty = table.Column<int>(type: "int", nullable: false),
                    Upload = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Semester = table.Column<int>(type: "int", nullable: false),
                    Remark = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    ReadAt = table.Column<long>(type: "bigint", nullable: true),
                    ReadBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true)
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Heading = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Field = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RememberedHeadings", x => new { x.County, x.School, x.Heading });
                });

            migrationBuilder.CreateTable(
                name: "SchoolContacts",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    PhoneCipher = table.Column<byte[]>(type: "varbinary(200)", maxLength: 200, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Sample = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Entry = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Outcome = table.Column<int>(type: "int", nullable: true),
                    Way = table.Column<int>(type: "int", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: true),
                    Remark = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: true),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Sample = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Population = table.Column<int>(type: "int", nullable: false)
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Draft = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    School = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    CellsCipher = table.Column<byte[]>(type: "varbinary(max)", maxLength: 2147483647, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false)
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
