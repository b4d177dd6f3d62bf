import { interrupted, isInterruption } from '../errors.ts';

/** Waits for answers that are kept together once the last is given: Ctrl-C before it leaves everything as it was. */
export async function keptAtTheEnd<T>(answers: Promise<T>): Promise<T> {
  try {
    return await answers;
  } catch (error) {
    throw isInterruption(error) ? interrupted('Stopped. Nothing of this was kept.') : error;
  }
}
