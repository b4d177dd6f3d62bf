import type { FileData } from './schema.ts';

/** The typed contents of a bundle: what the commands and the pure modules work on. */
export type { FileData, FileKind } from './schema.ts';

type Element<L> = L extends readonly (infer T)[] ? T : never;

export type BundleInfo = FileData['bundle'];
export type Named = Element<BundleInfo['tracks']>;
export type Stage = Element<BundleInfo['stages']>;
export type Priority = Element<BundleInfo['priorities']>;
export type Source = Element<FileData['sources']['sources']>;
export type SourceRef = Element<Priority['sources']>;
export type CompanyFact = Element<FileData['company']['facts']>;
export type Round = Element<FileData['rounds']['rounds']>;
export type ChecklistItem = Element<Round['checklist']>;
export type Report = Element<FileData['rounds']['reports']>;
export type Ask = Element<FileData['asks']['asks']>;
export type Topic = Element<FileData['topics']['topics']>;
export type Band = Element<FileData['comp']['bands']>;
export type Gap = Element<FileData['comp']['gaps']>;
export type FaqEntry = Element<FileData['faq']['entries']>;

export type Layer = Round['layer'] | 'advice';
export type Confidence = Round['confidence'];

/** What every statement of fact carries: where it comes from, when it was true, how sure that is. */
export type Stated = Pick<Round, 'layer' | 'sources' | 'as_of' | 'confidence'>;
