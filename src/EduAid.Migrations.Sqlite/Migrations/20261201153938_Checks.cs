using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Checks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_TuitionCharges_County_Semester",
                table: "TuitionCharges",
                columns: new[] { "County", "Semester" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CheckHits");

            migrationBuilder.DropTable(
                name: "CheckRuns");

            migrationBuilder.DropTable(
                name: "CheckWaivers");

            migrationBuilder.DropTable(
                name: "TuitionCharges");
        }
    }
}
