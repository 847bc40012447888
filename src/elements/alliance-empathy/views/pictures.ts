import type { TemplateResult } from 'lit';
import type { MomentKind } from '../../../domain/empathy/moment.js';
import { drawingTemplate, type Drawing } from '../../../parts/pictures.js';

const bubble = 'M16 10h38a7 7 0 0 1 7 7v17a7 7 0 0 1-7 7H32l-11 9v-9h-5a7 7 0 0 1-7-7V17a7 7 0 0 1 7-7Z';
const other = 'M69 26h10a7 7 0 0 1 7 7v12a7 7 0 0 1-7 7h-2v8l-10-8H52a7 7 0 0 1-6-4';

/** Words that arrived, and words that were not found. */
const pictures: Readonly<Record<MomentKind, Drawing>> = {
  understood: { soft: bubble, lines: `${bubble}${other}M24 26l8 8 15-16` },
  missed: { soft: bubble, lines: `${bubble}${other}M24 26h.1M35 26h.1M46 26h.1` },
};

export const tilePicture = (kind: MomentKind): TemplateResult => drawingTemplate(pictures[kind]);
