import { type Face, type FaceGlyph, type Paints, paintsOf } from '#lib/layout/face.ts'
import type { Box, Orientation } from '#lib/layout/layout.ts'
import { knobOf, knobRadius, type LinkDrawing } from '#lib/layout/lines.ts'
import { textWidth } from '#lib/layout/measure.ts'
import type { Theme } from '#lib/layout/palette.ts'
import { element, textLine } from './svg.ts'

/** Faces, signs and lines as SVG. */

/** A sign as two paths. */
export function drawGlyph({ glyph, x, y, size }: Omit<FaceGlyph, 'paint'>, colour: string): string {
  const transform = `translate(${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}) scale(${Math.round((size / 16) * 1000) / 1000})`
  const line =
    glyph.line &&
    element('path', {
      d: glyph.line,
      transform,
      fill: 'none',
      stroke: colour,
      'stroke-width': 1.5,
      'stroke-linecap': 'round',
      'stroke-linejoin': 'round',
    })
  const solid = glyph.solid && element('path', { d: glyph.solid, transform, fill: colour })
  return line + solid
}

/** A node at its place. */
export function drawFace(face: Face, box: Box, theme: Theme): string {
  const paints = paintsOf(theme, face)
  const border = {
    stroke: paints.border,
    'stroke-width': face.borderWidth,
    'stroke-linejoin': 'round',
    'stroke-dasharray': face.dashed ? '5 4' : undefined,
  }
  return element(
    'g',
    { transform: `translate(${box.x} ${box.y})` },
    element('path', { d: face.outline, fill: paints.ground, ...border }),
    face.fold && element('path', { d: face.fold, fill: 'none', ...border }),
    ...face.glyphs.map((glyph) => drawGlyph(glyph, paints[glyph.paint])),
    drawOwner(face, paints),
    ...face.texts.map((text) =>
      textLine(text.text, text.x, text.y, { size: text.size, weight: text.weight, fill: paints[text.paint] }),
    ),
  )
}

function drawOwner({ owner }: Face, paints: Paints): string {
  if (!owner) return ''
  const { cx, cy, r, vacant, paint } = owner
  return element('circle', {
    cx,
    cy,
    r,
    fill: 'none',
    stroke: paints[paint],
    'stroke-width': 1.25,
    'stroke-dasharray': vacant ? '2 2' : undefined,
  })
}

/** The knob of a folded branch with the number of nodes behind it. */
export function drawKnob(
  box: Box,
  hidden: number,
  orientation: Orientation,
  theme: Theme,
  stroke: string,
): string {
  const [x, y] = knobOf(box, orientation)
  const words = `+${hidden}`
  const half = Math.max(knobRadius, textWidth(words, 11, 600) / 2 + 6)
  const left = orientation === 'right' ? x - knobRadius : x - half
  const pill = element('rect', {
    x: left,
    y: y - knobRadius,
    width: half * 2,
    height: knobRadius * 2,
    rx: knobRadius,
    fill: theme.surface,
    stroke,
    'stroke-width': 1.25,
  })
  return (
    pill +
    textLine(words, left + half - textWidth(words, 11, 600) / 2, y + 4, {
      size: 11,
      weight: 600,
      fill: theme.ink,
    })
  )
}

/** A cross link with the signs at its ends. */
export function drawLinkLine({ style, line, strokes, fills }: LinkDrawing, theme: Theme): string {
  const colour = style.alert ? theme.alert : theme.muted
  const stroke = {
    fill: 'none',
    stroke: colour,
    'stroke-width': style.width,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  }
  return (
    element('path', {
      d: line,
      ...stroke,
      'stroke-dasharray': style.dash.length > 0 ? style.dash.join(' ') : undefined,
    }) +
    (strokes && element('path', { d: strokes, ...stroke })) +
    (fills && element('path', { d: fills, fill: colour }))
  )
}
