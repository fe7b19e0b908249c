/// What those need who do not see a page as it was meant: names, references that lead somewhere, and contrast.

import type {Page} from "playwright-core";

/// Contrast that WCAG 2.1 asks for of text (level AA).
const CONTRAST = 4.5;
/// Of large text: from 24 pixels, or from 18.66 in bold.
const CONTRAST_LARGE = 3;

/// Every fault of the page as it stands, in words. Text in pictures is measured against the page's ground.
export function accessFaults(page: Page): Promise<string[]> {
  return page.evaluate(
    ({contrast, large}) => {
      const faults: string[] = [];
      const shown = (element: Element) => element.checkVisibility({visibilityProperty: true});
      const said = (element: Element) =>
        `${element.tagName.toLowerCase()} ${element.getAttribute("name") ?? element.className}`.trim();
      const text = (ids: string | null) =>
        (ids ?? "")
          .split(/\s+/)
          .map((id) => (id && document.getElementById(id)?.textContent) || "")
          .join(" ");
      const nameOf = (element: Element) => {
        const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent);
        const own = element.matches("input, select, textarea") ? "" : element.textContent;
        return [
          element.getAttribute("aria-label"),
          text(element.getAttribute("aria-labelledby")),
          ...labels,
          own
        ]
          .join("")
          .trim();
      };

      const named =
        "a[href], button, input, select, textarea, summary, [tabindex], [role=img], [role=region], [role=application], figure, nav, section";
      for (const element of document.querySelectorAll(named))
        if (shown(element) && nameOf(element) === "") faults.push(`no name: ${said(element)}`);
      for (const attribute of ["aria-describedby", "aria-labelledby"])
        for (const element of document.querySelectorAll(`[${attribute}]`))
          for (const id of element.getAttribute(attribute)!.split(/\s+/))
            if (document.getElementById(id) === null)
              faults.push(`unknown ${attribute} of ${said(element)}: ${id}`);
      for (const table of document.querySelectorAll("table"))
        if (table.caption === null && table.closest("[aria-label]") === null)
          faults.push("a table without a name");
      const levels = [...document.querySelectorAll("h1, h2, h3, h4")].map(({tagName}) => Number(tagName[1]));
      levels.forEach((level, i) => {
        if (i > 0 && level > levels[i - 1] + 1)
          faults.push(`heading of level ${level} after one of ${levels[i - 1]}`);
      });

      type Colour = [red: number, green: number, blue: number, alpha: number];
      const canvas = document.createElement("canvas").getContext("2d", {willReadFrequently: true})!;
      const colours = new Map<string, Colour>();
      const parse = (colour: string): Colour => {
        const known = colours.get(colour);
        if (known !== undefined) return known;
        canvas.clearRect(0, 0, 1, 1);
        canvas.fillStyle = colour;
        canvas.fillRect(0, 0, 1, 1);
        const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
        const found: Colour = [red, green, blue, alpha / 255];
        colours.set(colour, found);
        return found;
      };
      const over = (top: Colour, ground: Colour): Colour => {
        const mixed = [0, 1, 2].map((i) => top[i] * top[3] + ground[i] * (1 - top[3]));
        return [mixed[0], mixed[1], mixed[2], 1];
      };
      const groundOf = (element: Element | null): Colour => {
        if (element === null) return [255, 255, 255, 1];
        const own = parse(getComputedStyle(element).backgroundColor);
        return own[3] === 1 ? own : over(own, groundOf(element.parentElement));
      };
      const luminance = ([red, green, blue]: Colour) => {
        const [r, g, b] = [red, green, blue].map((value) => {
          const share = value / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const dim = new Set<string>();
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement!;
        if (
          node.textContent!.trim() === "" ||
          !shown(element) ||
          element.matches("script, style, option, :disabled")
        )
          continue;
        if (element.closest("[aria-hidden=true]") !== null && element.closest("svg") === null) continue;
        const style = getComputedStyle(element);
        const inPicture = element.closest("svg") !== null;
        const colour = inPicture ? style.fill : style.color;
        if (colour === "none") continue;
        const ground = groundOf(inPicture ? element.closest("svg")!.parentElement : element);
        const [light, dark] = [luminance(over(parse(colour), ground)), luminance(ground)].sort(
          (a, b) => b - a
        );
        const ratio = (light + 0.05) / (dark + 0.05);
        const size = Number.parseFloat(style.fontSize);
        const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
        if (ratio < (isLarge ? large : contrast))
          dim.add(
            `contrast ${ratio.toFixed(2)}: ${said(element)}, "${node.textContent!.trim().slice(0, 30)}"`
          );
      }
      return [...faults, ...dim];
    },
    {contrast: CONTRAST, large: CONTRAST_LARGE}
  );
}
