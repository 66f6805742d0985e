/** How the interface is lit; `system` follows the device. */
export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export const isTheme = (value: unknown): value is Theme => themes.includes(value as Theme)

/** The cookie that keeps a person's choice of theme, read by the server so that the first paint is right. */
export const themeCookie = 'theme'
