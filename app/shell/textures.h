// Pictures as textures of the graphics card. UI thread only, with the window's context current;
// the textures go with that context.
#pragma once

#include "app/ui/imgui_compat.h"

namespace app {

// Makes a texture of `width` x `height` RGBA pixels, row by row from the top.
ImTextureID UploadTexture(const unsigned char* pixels, int width, int height);

}  // namespace app
