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
            migrationBuilder.AddColumn<string>(
                name: "Township",
                table: "Assignments",
                type: "TEXT",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Unit",
                table: "Assignments",
                type: "TEXT",
                maxLength: 100,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Township",
                table: "Assignments");

            migrationBuilder.DropColumn(
                name: "Unit",
                table: "Assignments");
        }
    }
}
