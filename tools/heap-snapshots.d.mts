export function heapSnapshots(folder: string): Promise<void>;
