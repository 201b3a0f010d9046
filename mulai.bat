@echo off
rem Klik dua kali untuk membuka simulator. / Double-click to open the simulator.
rem pushd, not cd: it also works from a shared network folder.
pushd "%~dp0"

set "PYTHON="
py -3 -c "" >nul 2>&1 && set "PYTHON=py -3"
rem Without Python, Windows has a "python" that only opens the Store: try it, do not just look for it.
if not defined PYTHON python -c "" >nul 2>&1 && set "PYTHON=python"
if not defined PYTHON goto missing

%PYTHON% run.py %*
if not "%ERRORLEVEL%"=="0" goto failed
popd
exit /b 0

:missing
echo Python belum terpasang di komputer ini.
echo Pasang Python 3.11 atau lebih baru (64-bit) dari https://www.python.org/downloads/
echo lalu klik dua kali mulai.bat lagi.
echo.
echo Python is not installed. Install Python 3.11 or newer (64-bit), then double-click mulai.bat again.
popd
pause
exit /b 1

:failed
echo.
echo Simulator berhenti karena masalah di atas. / The simulator stopped because of the problem above.
popd
pause
exit /b 1
