/** What a copied branch is on the clipboard: text for everyone, and the branch itself for another board. */
export type ClipboardContent = { readonly text: string; readonly html: string; readonly branch: string }

/** The type under which a branch travels between pages of this product in one browser. */
export const branchType = 'application/x-bollenboom+json'

/**
 * Puts content on the clipboard within a click or key press; answers whether the browser took it.
 * It goes through the copy event, which works on plain http too, where the newer interface is missing.
 */
export function writeClipboard(content: ClipboardContent): boolean {
  let taken = false
  const onCopy = (event: ClipboardEvent) => {
    if (!event.clipboardData) return
    event.preventDefault()
    event.stopImmediatePropagation()
    fillClipboard(event.clipboardData, content)
    taken = true
  }
  document.addEventListener('copy', onCopy, { capture: true })
  try {
    document.execCommand('copy')
  } finally {
    document.removeEventListener('copy', onCopy, { capture: true })
  }
  return taken
}

/** Fills the data of a copy or cut event. */
export function fillClipboard(data: DataTransfer, { text, html, branch }: ClipboardContent): void {
  data.setData('text/plain', text)
  if (html !== '') data.setData('text/html', html)
  if (branch !== '') data.setData(branchType, branch)
}

/** Copies plain text; answers whether the browser allowed it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return writeClipboard({ text, html: '', branch: '' })
  }
}

/** Copies a PNG that may still be on its way; answers whether the browser allowed it. */
export async function copyPng(png: Promise<Blob>): Promise<boolean> {
  if (typeof ClipboardItem === 'undefined' || !navigator.clipboard?.write) return false
  try {
    // The promise goes in as it is: waiting first would lose the permission of the click.
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': png })])
    return true
  } catch {
    // Whether the image or the permission failed shows when the image is awaited by the caller.
    return false
  }
}
