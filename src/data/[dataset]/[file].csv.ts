import {emitFile} from "../../report/emit.ts";

emitFile("csv");
