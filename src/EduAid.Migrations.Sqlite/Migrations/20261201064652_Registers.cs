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
                name: "IX_PersonChanges_County_Person",
                table: "PersonChanges",
                columns: new[] { "County", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_PersonChanges_County_State",
                table: "PersonChanges",
                columns: new[] { "County", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_SavedViews_County_Owner_Name",
                table: "SavedViews",
                columns: new[] { "County", "Owner", "Name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "PersonChanges");

            migrationBuilder.DropTable(
                name: "SavedViews");

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
