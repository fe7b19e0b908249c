import {bundleWorker} from "./bundle.ts";

process.stdout.write(await bundleWorker());
