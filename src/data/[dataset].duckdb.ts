import {emitDatabase} from "../report/emit.ts";

await emitDatabase();
