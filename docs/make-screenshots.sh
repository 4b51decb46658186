#!/usr/bin/env bash
# Makes docs/playground*.png: the real page of the real program, in Debian's Chromium.
set -eu
cd "$(dirname "$0")/.."
TUTORBOT_SCREENSHOTS="$PWD/docs" TUTORBOT_REQUIRE_ALL=1 dotnet test tests/TutorBot.Tests --filter ScreenshotTests
