using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace EduAid.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class Plan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Bulletins",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    PlanYear = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Opening = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Points = table.Column<int>(type: "int", nullable: false),
                    SoonDays = table.Column<int>(type: "int", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bulletins", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Document = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => new { x.County, x.Year });
                });

            migrationBuilder.CreateTable(
                name: "SupervisionOrders",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Sequence = table.Column<int>(type: "int", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    PlanYear = table.Column<int>(type: "int", nullable: true),
                    Item = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Demand = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: false),
                    IssuedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    IssuedAt = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "int", nullable: false),
                    RepliedBy = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
                    Steps = table.Column<int>(type: "int", nullable: false),
                    Reopened = table.Column<int>(type: "int", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupervisionOrders", x => new { x.County, x.Id });
                });

            migrationBuilder.CreateTable(
                name: "BulletinItem",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Bulletin = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Units = table.Column<string>(type: "nvarchar(2000)", maxLength: 2000, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    State = table.Column<int>(type: "int", nullable: false),
                    Figures = table.Column<string>(type: "nvarchar(max)", maxLength: 2147483647, nullable: false)
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Bulletin = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Rank = table.Column<int>(type: "int", nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Items = table.Column<int>(type: "int", nullable: false),
                    Done = table.Column<int>(type: "int", nullable: false),
                    OnTrack = table.Column<int>(type: "int", nullable: false),
                    Behind = table.Column<int>(type: "int", nullable: false),
                    Late = table.Column<int>(type: "int", nullable: false),
                    OverdueOrders = table.Column<int>(type: "int", nullable: false)
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
                name: "PlanItems",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Heading = table.Column<bool>(type: "bit", nullable: false),
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
                name: "OrderSteps",
                columns: table => new
                {
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Order = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Due = table.Column<DateOnly>(type: "date", nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Item = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false)
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Code = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Item = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<int>(type: "int", nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Target = table.Column<long>(type: "bigint", nullable: true),
                    Floor = table.Column<long>(type: "bigint", nullable: true),
                    Basis = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: true),
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Item = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Measure = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    Step = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: true),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Figure = table.Column<long>(type: "bigint", nullable: true),
                    Whole = table.Column<long>(type: "bigint", nullable: true),
                    Reached = table.Column<bool>(type: "bit", nullable: true),
                    Text = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    Unit = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    By = table.Column<string>(type: "nvarchar(400)", maxLength: 400, nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Corrects = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
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
                    County = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    Year = table.Column<int>(type: "int", nullable: false),
                    Measure = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Item = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Position = table.Column<int>(type: "int", nullable: false),
                    Start = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
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
                name: "IX_Bulletins_County_Year_Sequence",
                table: "Bulletins",
                columns: new[] { "County", "Year", "Sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PlanMeasures_County_Year_Item",
                table: "PlanMeasures",
                columns: new[] { "County", "Year", "Item" });

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_County_Corrects",
                table: "ProgressReports",
                columns: new[] { "County", "Corrects" },
                unique: true,
                filter: "[Corrects] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_County_Year_Item",
                table: "ProgressReports",
                columns: new[] { "County", "Year", "Item" });

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
                name: "BulletinItem");

            migrationBuilder.DropTable(
                name: "BulletinUnit");

            migrationBuilder.DropTable(
                name: "OrderSteps");

            migrationBuilder.DropTable(
                name: "PlanItemUnits");

            migrationBuilder.DropTable(
                name: "PlanStep");

            migrationBuilder.DropTable(
                name: "ProgressReports");

            migrationBuilder.DropTable(
                name: "Bulletins");

            migrationBuilder.DropTable(
                name: "SupervisionOrders");

            migrationBuilder.DropTable(
                name: "PlanMeasures");

            migrationBuilder.DropTable(
                name: "PlanItems");

            migrationBuilder.DropTable(
                name: "Plans");
        }
    }
}
