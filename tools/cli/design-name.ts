import {type Descriptor, designs, findDesign} from "../../runtime/designs/index.ts";
import {UsageError} from "./command.ts";

/** What a design is called by. */
export const DESIGN_NAME = /^[a-z][a-z0-9-]*$/;

const isOurs = (name: string): boolean => designs.some((design) => design.name === name);

/** Whether this names a file that has a design, rather than one of Convoy's designs. */
export const isDesignFile = (text: string): boolean => !isOurs(text) && /[./\\]/.test(text);

/** One of Convoy's designs. @throws UsageError if none has this name */
export function namedDesign(name: string): Descriptor {
  try {
    return findDesign(name);
  } catch (error) {
    throw new UsageError(`${(error as Error).message}, or give a file such as ./${name}.ts`);
  }
}
