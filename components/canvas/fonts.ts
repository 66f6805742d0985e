import { typeface } from './paint-face.ts'

/** Waits until the type of the titles is there, at most two seconds: text on a bitmap is not set again by itself. */
export async function titleFonts(): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, 2000))
  const faces = [400, 600].map((weight) => document.fonts.load(`${weight} 16px ${typeface}`))
  await Promise.race([Promise.allSettled(faces), late])
}
