import { parentPort, workerData } from "node:worker_threads";
import { drawCards, type Drawings } from "./draw-cards.ts";

// What goes wrong ends the thread, and is told to the build by that.
parentPort?.postMessage(await drawCards(workerData as Drawings));
