import { lshProbability } from './data.ts';
import { passAtK } from './evaluation.ts';
import type { Formula } from './formula.ts';
import { computeBoundBatch, decodeLatency, speculativeTokens } from './inference.ts';
import { kvCache, kvCacheTokens, weightMemory } from './memory.ts';
import {
  allGatherTime,
  interleavedBubble,
  pipelineBubble,
  pipelineBubbleOverhead,
  ringAllreduceBytes,
  tensorParallelBytes,
  zeroMemory,
} from './parallelism.ts';
import { denseParams, moeActiveParams, moeTotalParams } from './params.ts';
import { hfu, mfu, trainingFlops, trainingTime, transformerFlops } from './training.ts';
import { activationMemory, optimiserMemory } from './training-memory.ts';

const FORMULAS: readonly Formula[] = [
  kvCache,
  kvCacheTokens,
  weightMemory,
  denseParams,
  moeTotalParams,
  moeActiveParams,
  trainingFlops,
  trainingTime,
  mfu,
  hfu,
  transformerFlops,
  activationMemory,
  optimiserMemory,
  zeroMemory,
  pipelineBubble,
  pipelineBubbleOverhead,
  interleavedBubble,
  ringAllreduceBytes,
  allGatherTime,
  tensorParallelBytes,
  decodeLatency,
  computeBoundBatch,
  speculativeTokens,
  lshProbability,
  passAtK,
];

/** All formulas, in the order in which they are listed: by family. */
export function formulas(): readonly Formula[] {
  return FORMULAS;
}

/** The formula of that id; null if there is none. */
export function findFormula(id: string): Formula | null {
  return FORMULAS.find((formula) => formula.id === id) ?? null;
}
