// The words beside a name that say who that is: “U.S. Secretary of Defense [Pete Hegseth]”, “[Hugh Hill], a doctor from Leeds,”.
#pragma once

#include "speaker/mentions.h"
#include "speaker/pieces.h"

namespace speaker {

// What stands before the name that begins at `first`; `run` is where its capitals begin.
void role_before(const Pieces&, std::size_t run, std::size_t first, Mention&);

// What stands after the name, which ends before `end`.
void role_after(const Pieces&, std::size_t end, Mention&);

}  // namespace speaker
