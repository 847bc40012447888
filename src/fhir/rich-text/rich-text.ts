import { Parser } from 'htmlparser2';
import { Lexer, type Token } from 'marked';
import type { RichText } from '../../domain/instrument/question.js';

/** One piece of marked words, out of a short list that is safe to draw; everything else has become plain text. */
export type RichNode =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'break' }
  | {
      readonly kind: 'strong' | 'emphasis' | 'paragraph' | 'list' | 'ordered' | 'entry';
      readonly inside: readonly RichNode[];
    }
  | { readonly kind: 'link'; readonly href: string; readonly inside: readonly RichNode[] };

export interface ReadRichText {
  readonly nodes: readonly RichNode[];
  /** Marks that were not understood; their words are there as plain text. */
  readonly unsupported: readonly string[];
}

const DEPTH = 50;

/** Addresses that a link may lead to; a script is none. */
const SAFE = /^(https?:\/\/|mailto:|tel:)/i;

class Reader {
  readonly unsupported = new Set<string>();

  link(href: string, inside: readonly RichNode[]): readonly RichNode[] {
    if (SAFE.test(href)) return [{ kind: 'link', href, inside }];
    this.unsupported.add(`link ${href.slice(0, 40)}`);
    return inside;
  }

  markdown(tokens: readonly Token[], depth = 0): readonly RichNode[] {
    if (depth > DEPTH) return tokens.map(({ raw }) => ({ kind: 'text', text: raw }));
    return tokens.flatMap((token) => this.#markdownToken(token, depth));
  }

  #markdownToken(token: Token, depth: number): readonly RichNode[] {
    const inside = (): readonly RichNode[] =>
      'tokens' in token && Array.isArray(token.tokens)
        ? this.markdown(token.tokens, depth + 1)
        : [{ kind: 'text', text: 'text' in token ? String(token.text) : token.raw }];
    switch (token.type) {
      case 'space':
      case 'def':
        return [];
      case 'text':
      case 'escape':
        return inside();
      case 'br':
        return [{ kind: 'break' }];
      case 'strong':
        return [{ kind: 'strong', inside: inside() }];
      case 'em':
        return [{ kind: 'emphasis', inside: inside() }];
      case 'paragraph':
        return [{ kind: 'paragraph', inside: inside() }];
      case 'link':
        return this.link('href' in token ? String(token.href) : '', inside());
      case 'list': {
        const items = ('items' in token ? token.items : []) as readonly Token[];
        const entries = items.map((entry) => ({
          kind: 'entry' as const,
          inside: this.markdown(('tokens' in entry ? entry.tokens : undefined) ?? [], depth + 1),
        }));
        return [{ kind: 'ordered' in token && token.ordered ? 'ordered' : 'list', inside: entries }];
      }
      default:
        this.unsupported.add(token.type);
        return 'tokens' in token && Array.isArray(token.tokens)
          ? [{ kind: 'paragraph', inside: inside() }]
          : [
              {
                kind: 'text',
                text: token.type === 'html' ? token.raw : 'text' in token ? String(token.text) : token.raw,
              },
            ];
    }
  }

  xhtml(source: string): readonly RichNode[] {
    const root: RichNode[] = [];
    const open: { readonly name: string; readonly href: string; readonly inside: RichNode[] }[] = [];
    const here = (): RichNode[] => open.at(-1)?.inside ?? root;
    let skipped = 0;
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          if (SKIPPED.has(name)) {
            skipped += 1;
            this.unsupported.add(name);
          } else if (name === 'br') {
            here().push({ kind: 'break' });
          } else if (open.length <= DEPTH) {
            open.push({ name, href: attributes['href'] ?? '', inside: [] });
          }
        },
        ontext: (text) => {
          if (skipped === 0) here().push({ kind: 'text', text: text.replace(/\s+/g, ' ') });
        },
        onclosetag: (name) => {
          if (SKIPPED.has(name)) skipped -= 1;
          else if (open.at(-1)?.name === name) {
            const { inside, href } = open.pop() ?? { inside: [], href: '' };
            here().push(...this.#element(name, href, inside));
          }
        },
      },
      { decodeEntities: true, lowerCaseTags: true },
    );
    parser.end(source);
    return root;
  }

  #element(name: string, href: string, inside: readonly RichNode[]): readonly RichNode[] {
    if (name === 'a') return this.link(href, inside);
    const kind = ELEMENTS[name];
    if (kind !== undefined && kind !== 'plain') return [{ kind, inside }];
    if (kind === undefined) this.unsupported.add(name);
    return inside;
  }
}

/** What a person must not read at all: it is no text. */
const SKIPPED: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'object',
  'head',
  'title',
]);

const ELEMENTS: Readonly<
  Record<string, 'strong' | 'emphasis' | 'paragraph' | 'list' | 'ordered' | 'entry' | 'plain' | undefined>
> = Object.assign(
  Object.create(null) as object,
  {
    b: 'strong',
    strong: 'strong',
    i: 'emphasis',
    em: 'emphasis',
    p: 'paragraph',
    div: 'paragraph',
    ul: 'list',
    ol: 'ordered',
    li: 'entry',
    span: 'plain',
  } as const,
);

/** Parses markdown or XHTML without the DOM, so that nothing in it can run, into what may be drawn. */
export function readRichText({ format, source }: RichText): ReadRichText {
  const reader = new Reader();
  const nodes =
    format === 'markdown' ? reader.markdown(new Lexer({ gfm: false }).lex(source)) : reader.xhtml(source);
  return { nodes, unsupported: [...reader.unsupported] };
}
