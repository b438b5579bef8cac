/** Whose door another system opens: staff by the directory of the town, residents by a broker of login.gov.pl. */
export const doors = ['staff', 'residents'] as const;
export type DoorName = (typeof doors)[number];

/** The part of the address that names a door. */
export const doorPaths = { staff: 'katalog', residents: 'login' } as const satisfies Record<DoorName, string>;

/** The door of a part of an address; undefined: there is none such. */
export const doorOf = (path: string | undefined): DoorName | undefined =>
  doors.find((door) => doorPaths[door] === path);
