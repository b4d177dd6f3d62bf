import { attentionFlops, mlaCache, ropeWavelength, swigluWidth, windowCache } from './attention.ts';
import { lshProbability, lshThreshold, minhashError, temperatureShare, unimaxTokens } from './data.ts';
import { accuracyError, passAtK } from './evaluation.ts';
import type { Formula } from './formula.ts';
import { computeBoundBatch, decodeLatency, speculativeTokens } from './inference.ts';
import { kvCache, kvCacheTokens, weightMemory } from './memory.ts';
import { allToAllBytes, balanceLoss, expertCapacity, expertParallelParams, expertsTouched } from './moe.ts';
import { checkpointInterval, clusterMtbf, costPerMillion, replicas } from './operations.ts';
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
import { quantisedWeights, speculativeSpeedup } from './quantisation.ts';
import {
  chinchillaLoss,
  computeOptimalParams,
  computeOptimalTokens,
  embeddingShare,
  textTokens,
} from './scaling.ts';
import {
  decodeThroughput,
  kvTransferTime,
  littleConcurrency,
  pagedWaste,
  prefillTime,
  prefixHitTokens,
  queueWait,
  requestLatency,
} from './serving.ts';
import { fsdpPeak, zeroTraffic } from './sharding.ts';
import { hfu, mfu, trainingFlops, trainingTime, transformerFlops } from './training.ts';
import { activationMemory, optimiserMemory } from './training-memory.ts';

const FORMULAS: readonly Formula[] = [
  kvCache,
  kvCacheTokens,
  mlaCache,
  windowCache,
  pagedWaste,
  prefixHitTokens,
  weightMemory,
  quantisedWeights,
  denseParams,
  swigluWidth,
  embeddingShare,
  moeTotalParams,
  moeActiveParams,
  expertParallelParams,
  expertCapacity,
  balanceLoss,
  expertsTouched,
  allToAllBytes,
  attentionFlops,
  ropeWavelength,
  trainingFlops,
  trainingTime,
  mfu,
  hfu,
  transformerFlops,
  activationMemory,
  optimiserMemory,
  computeOptimalParams,
  computeOptimalTokens,
  chinchillaLoss,
  checkpointInterval,
  clusterMtbf,
  zeroMemory,
  zeroTraffic,
  fsdpPeak,
  pipelineBubble,
  pipelineBubbleOverhead,
  interleavedBubble,
  ringAllreduceBytes,
  allGatherTime,
  tensorParallelBytes,
  prefillTime,
  decodeLatency,
  decodeThroughput,
  computeBoundBatch,
  speculativeTokens,
  speculativeSpeedup,
  requestLatency,
  kvTransferTime,
  littleConcurrency,
  queueWait,
  replicas,
  costPerMillion,
  lshProbability,
  lshThreshold,
  minhashError,
  temperatureShare,
  unimaxTokens,
  textTokens,
  accuracyError,
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
