import {expect, test} from "vitest";
import {fittedText} from "../../../loaders/fit/dataset.ts";
import {fitFiles} from "../../../loaders/fit/index.ts";

test("the committed figures of the slides' machines are what the committed profiles give, byte for byte", {
  timeout: 900_000
}, async () => {
  const files = await fitFiles();
  for (const [name, text] of Object.entries(files)) expect(text, name).toBe(fittedText(name));
});
