export const favicon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" rx="8" fill="#b3591c"/>
<path d="M5 20c0-7 5-11 11-11s11 4 11 11c0 2.5-2 4-4 4H9c-2 0-4-1.5-4-4z" fill="#ffe0ae"/>
<path d="M12 12l2 6M18 12l2 6" stroke="#b3591c" stroke-width="2" stroke-linecap="round"/>
</svg>`;
