import type { LinkKind } from '#lib/board/schema.ts'

export function LinkSample({ kind }: { readonly kind: LinkKind }) {
  return <svg width="32" height="12" aria-hidden="true" data-kind={kind} />
}
