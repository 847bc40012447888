import type { QuestionnaireResponse } from '../../fhir/resource.js';
import { readAsStored, type StoredItem } from '../../fhir/response/as-stored.js';

export type { StoredItem } from '../../fhir/response/as-stored.js';

/** Items of a response with the title that stands over them. */
interface StoredPart {
  readonly title?: string;
  readonly items: readonly StoredItem[];
}

/** A response in the words that it holds, part by part. */
export function storedParts(response: QuestionnaireResponse): readonly StoredPart[] {
  const parts: { title?: string; items: StoredItem[] }[] = [{ items: [] }];
  for (const item of readAsStored(response)) {
    if (item.isTitle) parts.push({ title: item.text, items: [] });
    else parts.at(-1)?.items.push(item);
  }
  return parts;
}
