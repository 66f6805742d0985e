import type { Theme } from '#lib/layout/palette.ts'
import type { Frame } from './frame.ts'
import type { Scene } from './scene.ts'
import type { Point } from './viewport.ts'
export function paintLinks(_ctx: CanvasRenderingContext2D, _scene: Scene, _theme: Theme, _frame: Frame): void {}
export function strokeLink(_ctx: CanvasRenderingContext2D, _scene: Scene, _id: string, _colour: string, _width: number): void {}
export function linkAt(_scene: Scene, _point: Point, _zoom: number): string | null { return null }
