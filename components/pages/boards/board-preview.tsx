/** The small picture of a board; null leaves the frame empty. It says nothing that the title does not, so screen readers skip it. */
export function BoardPreview({ src }: { readonly src: string | null }) {
  return (
    <span className="flex aspect-[8/5] items-center justify-center overflow-hidden rounded-panel border border-line bg-paper-raised p-4">
      {src !== null && (
        // biome-ignore lint/performance/noImgElement: an SVG of our own, nothing to optimise.
        <img src={src} alt="" loading="lazy" decoding="async" className="size-full object-contain" />
      )}
    </span>
  )
}
