interface Member {
  readonly name: string;
  readonly privacy?: string;
  readonly static?: boolean;
}

interface Declaration {
  readonly name: string;
  readonly tagName?: string;
  readonly customElement?: boolean;
  readonly members?: readonly Member[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Declaration[] }[];
}

/** `AllianceRating` is defined as `<alliance-rating>`: so it is for every class here. */
const tagOf = (className: string): string => className.replace(/(?<=[a-z])(?=[A-Z])/g, '-').toLowerCase();

/** What a portal may use: nothing private, and not what the browser calls. */
const isPublic = ({ name, privacy, static: isStatic }: Member): boolean =>
  privacy !== 'private' && isStatic !== true && !name.startsWith('#') && !name.endsWith('Callback');

function readable(declaration: Declaration): Declaration {
  if (!declaration.customElement) return declaration;
  const { name, tagName = tagOf(name), members = [] } = declaration;
  return { ...declaration, tagName, members: members.filter(isPublic) };
}

/** The manifest as the docs pages show it: with the tags by which stories name their element. */
export function readableManifest(manifest: unknown): Manifest {
  const { modules } = manifest as Manifest;
  return {
    ...(manifest as Manifest),
    modules: modules.map(({ declarations = [], ...rest }) => ({
      ...rest,
      declarations: declarations.map(readable),
    })),
  };
}
