@echo off
rem Runs Maven on a JDK 25 or newer. On Windows the installed Maven (3.9.9 or newer) is used as it is.
setlocal
where mvn >nul 2>nul || (echo Please install Maven 3.9.9 or newer. & exit /b 1)
if not defined JAVA_HOME (echo Please set JAVA_HOME to a JDK 25 or newer. & exit /b 1)
call mvn %*
exit /b %ERRORLEVEL%
