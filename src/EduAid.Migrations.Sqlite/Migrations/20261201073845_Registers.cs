using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Registers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
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

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_County_Person",
                table: "Decisions",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_Decisions_County_Semester",
                table: "Decisions",
                columns: new[] { "County", "Semester" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Decisions");

            migrationBuilder.DropTable(
                name: "MatchCandidates");

            migrationBuilder.DropTable(
                name: "MatchDecisions");
        }
    }
}
