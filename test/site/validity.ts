/// Tests of the page on predictions, in the browser of the site's tests.

import {describe, expect, test} from "vitest";
import {comparisons, validityDatasets} from "../../loaders/validity.ts";
import type {WithPage} from "./try-it.ts";

const LIMIT_MS = 60_000;
/// Without predictions there is nothing to draw of them.
const PREDICTED = comparisons(validityDatasets()).length > 0 ? ["predictions", "spread"] : [];

export function validityTests(withPage: WithPage): void {
  describe("the page on predictions", () => {
    test(
      "has a finding, a description, a kind and a table for each figure",
      async () => {
        await withPage("validity", {javaScriptEnabled: false}, async ({page}) => {
          for (const id of [...PREDICTED, "factors", "own-threads", "mutants"]) {
            const figure = page.locator(`figure#${id}`);
            expect((await figure.locator(".title").textContent())!.length).toBeGreaterThan(20);
            expect((await figure.locator(".chart").getAttribute("aria-label"))!.length).toBeGreaterThan(40);
            expect(await figure.locator("figcaption .kind").count()).toBeGreaterThan(0);
            expect(await figure.locator("figcaption").textContent()).toMatch(/\d{4}-\d{2}-\d{2}/);
            await figure.locator("summary").click();
            expect(await figure.locator("table tbody tr").count()).toBeGreaterThan(0);
          }
        });
      },
      LIMIT_MS
    );

    test(
      "shades who has the lock in a schedule that breaks a property",
      async () => {
        for (const width of [1280, 360])
          await withPage("validity", {viewport: {width, height: 800}}, async ({page}) => {
            const schedule = page.locator(".schedule");
            expect(await schedule.locator("tbody tr").count()).toBeGreaterThan(10);
            const ground = (selector: string) =>
              schedule
                .locator(selector)
                .first()
                .evaluate((cell) => getComputedStyle(cell).backgroundColor);
            expect(await ground("td.holds")).not.toBe(await ground("td:not(.holds)"));
            expect(await schedule.locator("td.place").first().isVisible()).toBe(width === 1280);
          });
      },
      LIMIT_MS
    );

    test(
      "is found from the page with the data, where the tables can be asked",
      async () => {
        await withPage("data", {}, async ({page}) => {
          expect(await page.locator('a[data-database="checks"]').count()).toBe(1);
          await page.waitForSelector(".question[data-ready]");
          await page
            .locator(".question select")
            .selectOption({label: "Which wrong version of a lock hides its fault the longest?"});
          await page.click(".question button.run");
          await page.waitForSelector(".answer table");
          expect(await page.locator(".answer tbody tr").count()).toBe(10);
          await page.click('a[href$="validity#what-was-proved-of-the-locks"]');
          await page.waitForSelector("#what-was-proved-of-the-locks");
        });
      },
      LIMIT_MS
    );
  });
}
