/** Days after “This solved it” in which a ticket of that browser may still come; then the deflection is confirmed. */
export const confirmedAfterDays = 7;

/** Days after which this is known of a whole day, whenever in it somebody came. */
export const daysUntilWeekOver = confirmedAfterDays + 1;
